package scenariorca.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import scenariorca.report.Freshness;
import scenariorca.report.Reports;
import scenariorca.report.RunRow;

/**
 * The verdicts of runs as one line each: those that loads stored, and for newer ones the verdict itself. Reaching one takes
 * a while, so they are kept until the next load.
 */
final class Headlines {
    private static final int KEPT = 2_000;

    private final Reports reports;
    private final Cache<Key, String> lines =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private record Key(long version, UUID runId) {}

    /** A run, and why it ended as it did. */
    record Line(RunRow run, String headline) {}

    Headlines(Reports reports) {
        this.reports = reports;
    }

    /** @param answers what the runs were read from; the verdicts must be of the same state */
    List<Line> of(List<RunRow> runs, Answers answers) {
        Freshness freshness = answers.freshness();
        long version = freshness == null ? 0 : freshness.version();
        Map<UUID, String> stored = answers.take(
                reports.verdictLines().answer(runs.stream().map(RunRow::runId).toList()));
        try (var together = new ParallelQueries()) {
            List<Future<String>> found = runs.stream()
                    .map(run -> together.ask(() -> {
                        String known = stored.get(run.runId());
                        return known == null ? line(version, run) : known;
                    }))
                    .toList();
            return IntStream.range(0, runs.size())
                    .mapToObj(index -> new Line(runs.get(index), ParallelQueries.answer(found.get(index))))
                    .toList();
        }
    }

    private String line(long version, RunRow run) {
        return lines.get(
                new Key(version, run.runId()),
                key -> reports.explanation().answer(key.runId()).content().headline());
    }
}
