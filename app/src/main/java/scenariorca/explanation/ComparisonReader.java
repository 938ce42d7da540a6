package scenariorca.explanation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import scenariorca.comparison.InputHistory;
import scenariorca.comparison.InputVersions;
import scenariorca.comparison.InputVersions.Hashes;
import scenariorca.comparison.PatternDelta;
import scenariorca.comparison.RunDelta;
import scenariorca.comparison.RunSide;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunOutcome;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;

/** Compares two runs of one scenario. */
public final class ComparisonReader {
    private static final int MAX_CALCULATIONS = 50_000;
    private static final int MAX_PATTERNS = 500;
    private static final Duration LOG_MARGIN = Duration.ofDays(1);
    private static final Duration LONGEST_RUN = Duration.ofDays(7);

    private ComparisonReader() {}

    /** What differs from the first to the second. Both must be known. */
    public static RunDelta read(Snapshot snapshot, UUID first, UUID second) {
        DiagnosedRun before = subject(snapshot, first);
        DiagnosedRun after = subject(snapshot, second);
        boolean isReversed = after.startedAt().isBefore(before.startedAt());
        InputTimelines timelines = timelines(snapshot, isReversed ? after : before, isReversed ? before : after);
        Patterns ofFirst = patterns(snapshot, before);
        Patterns ofSecond = patterns(snapshot, after);
        return RunDelta.of(
                side(snapshot, before, ofFirst),
                side(snapshot, after, ofSecond),
                timelines.inputs().stream()
                        .map(story -> versions(story, isReversed))
                        .toList(),
                new RunDelta.LeftOut(timelines.leftOut(), ofFirst.leftOut() + ofSecond.leftOut()));
    }

    /** What the log of the second has otherwise than that of the first. Both must be known. */
    public static List<PatternDelta> patterns(Snapshot snapshot, UUID first, UUID second) {
        return PatternDelta.between(
                patterns(snapshot, subject(snapshot, first)).known(),
                patterns(snapshot, subject(snapshot, second)).known());
    }

    private static DiagnosedRun subject(Snapshot snapshot, UUID runId) {
        return DiagnosedRun.find(snapshot, runId)
                .orElseThrow(() -> new IllegalArgumentException("run " + runId + " is not in the warehouse"));
    }

    private static InputTimelines timelines(Snapshot snapshot, DiagnosedRun earlier, DiagnosedRun later) {
        var pair = new InputTimelines.Pair(
                later.runId(),
                later.scenarioKey(),
                later.startedAt(),
                earlier.runId(),
                earlier.scenarioKey(),
                earlier.startedAt(),
                earlier.scenarioKey() == later.scenarioKey());
        return InputTimelines.read(snapshot, pair);
    }

    private static InputVersions versions(InputTimelines.Story story, boolean isReversed) {
        InputVersion any = story.any();
        InputHistory.Version earlier =
                story.before() == null ? null : story.before().version();
        InputHistory.Version later = story.used().map(InputVersion::version).orElse(null);
        String earlierHash = story.before() == null ? null : story.before().inputHash();
        String laterHash = story.used().map(InputVersion::inputHash).orElse(null);
        List<InputHistory.Version> between = story.later().stream()
                .map(InputVersion::version)
                .filter(version -> version != later)
                .toList();
        return new InputVersions(
                any.nodeId(),
                any.nodeName(),
                any.owner(),
                isReversed ? new Hashes(laterHash, earlierHash) : new Hashes(earlierHash, laterHash),
                isReversed ? later : earlier,
                isReversed ? earlier : later,
                between);
    }

    private static RunSide side(Snapshot snapshot, DiagnosedRun subject, Patterns patterns) {
        var run = new RunSide.Run(
                subject.run().runId(),
                subject.run().outcome(),
                subject.startedAt(),
                subject.run().time().durationSeconds(),
                subject.nodeFailures());
        return new RunSide(run, calcs(snapshot, subject), patterns.known());
    }

    private static List<RunSide.Calc> calcs(Snapshot snapshot, DiagnosedRun subject) {
        return snapshot.query("report/explanation/run_calculations.sql")
                .with("run_id", subject.runId())
                .with("scenario_key", subject.scenarioKey())
                .with("row_limit", MAX_CALCULATIONS)
                .list(row -> new RunSide.Calc(
                        new NodeId(row.uuid("node_id")),
                        row.text("node_name"),
                        row.text("branch"),
                        RunOutcome.of(row.text("calc_outcome")),
                        row.bigNumberOrNull("processing_time_ms")));
    }

    /** The most frequent patterns of a run's log, and how many there are beyond. */
    private record Patterns(List<RunSide.Pattern> known, int leftOut) {}

    private static Patterns patterns(Snapshot snapshot, DiagnosedRun subject) {
        Instant ended = subject.run().endedAt();
        Instant until = (ended == null ? subject.startedAt().plus(LONGEST_RUN) : ended).plus(LOG_MARGIN);
        var all = new AtomicInteger();
        List<RunSide.Pattern> known = snapshot.query("report/explanation/run_patterns.sql")
                .with("run_id", subject.runId())
                .with("from_time", subject.startedAt().minus(LOG_MARGIN))
                .with("until_time", until)
                .with("row_limit", MAX_PATTERNS)
                .list(row -> {
                    all.set(Counts.of(row, "pattern_count"));
                    return pattern(row);
                });
        return new Patterns(known, Math.max(0, all.get() - known.size()));
    }

    private static RunSide.Pattern pattern(Row row) {
        UUID node = row.uuidOrNull("node_id");
        return new RunSide.Pattern(
                row.text("fingerprint"),
                row.text("pattern"),
                row.text("severity"),
                node == null ? null : new NodeId(node),
                row.textOrNull("node_name"),
                Counts.of(row, "event_count"));
    }
}
