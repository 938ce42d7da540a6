package scenariorca.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import scenariorca.platform.RcaException;
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
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> found = runs.stream()
                    .map(run -> each.submit(() -> {
                        String known = stored.get(run.runId());
                        return known == null ? line(version, run) : known;
                    }))
                    .toList();
            return java.util.stream.IntStream.range(0, runs.size())
                    .mapToObj(index -> new Line(runs.get(index), result(found.get(index))))
                    .toList();
        }
    }

    private String line(long version, RunRow run) {
        return lines.get(
                new Key(version, run.runId()),
                key -> reports.explanation().answer(key.runId()).content().headline());
    }

    private static String result(Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RcaException known) {
                throw known;
            }
            throw new IllegalStateException(e);
        }
    }
}
