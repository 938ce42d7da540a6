package scenariorca.explanation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import scenariorca.comparison.InputHistory;
import scenariorca.comparison.InputVersions;
import scenariorca.comparison.PatternDelta;
import scenariorca.comparison.RunComparison;
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
    public static RunComparison read(Snapshot snapshot, UUID first, UUID second) {
        DiagnosedRun before = subject(snapshot, first);
        DiagnosedRun after = subject(snapshot, second);
        return RunComparison.of(side(snapshot, before), side(snapshot, after), inputs(snapshot, before, after));
    }

    /** What the log of the second has otherwise than that of the first. Both must be known. */
    public static List<PatternDelta> patterns(Snapshot snapshot, UUID first, UUID second) {
        return PatternDelta.between(
                patterns(snapshot, subject(snapshot, first)), patterns(snapshot, subject(snapshot, second)));
    }

    private static DiagnosedRun subject(Snapshot snapshot, UUID runId) {
        return DiagnosedRun.find(snapshot, runId)
                .orElseThrow(() -> new IllegalArgumentException("run " + runId + " is not in the warehouse"));
    }

    private static List<InputVersions> inputs(Snapshot snapshot, DiagnosedRun before, DiagnosedRun after) {
        boolean isReversed = after.startedAt().isBefore(before.startedAt());
        DiagnosedRun earlier = isReversed ? after : before;
        DiagnosedRun later = isReversed ? before : after;
        var pair = new InputTimelines.Pair(
                later.runId(),
                later.scenarioKey(),
                later.startedAt(),
                earlier.runId(),
                earlier.scenarioKey(),
                earlier.startedAt(),
                earlier.scenarioKey() == later.scenarioKey());
        return InputTimelines.read(snapshot, pair).inputs().stream()
                .map(story -> versions(story, isReversed))
                .toList();
    }

    private static InputVersions versions(InputTimelines.Story story, boolean isReversed) {
        InputVersion any = story.any();
        InputHistory.Version earlier =
                story.before() == null ? null : story.before().version();
        InputHistory.Version later = story.used().map(InputVersion::version).orElse(null);
        List<InputHistory.Version> between = story.later().stream()
                .map(InputVersion::version)
                .filter(version -> version != later)
                .toList();
        return new InputVersions(
                any.nodeId(),
                any.nodeName(),
                any.owner(),
                isReversed ? later : earlier,
                isReversed ? earlier : later,
                between);
    }

    private static RunSide side(Snapshot snapshot, DiagnosedRun subject) {
        var run = new RunSide.Run(
                subject.run().runId(),
                subject.run().outcome(),
                subject.startedAt(),
                subject.run().durationSeconds(),
                subject.nodeFailures());
        return new RunSide(run, calcs(snapshot, subject), patterns(snapshot, subject));
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

    private static List<RunSide.Pattern> patterns(Snapshot snapshot, DiagnosedRun subject) {
        Instant ended = subject.run().endedAt();
        Instant until = (ended == null ? subject.startedAt().plus(LONGEST_RUN) : ended).plus(LOG_MARGIN);
        return snapshot.query("report/explanation/run_patterns.sql")
                .with("run_id", subject.runId())
                .with("from_time", subject.startedAt().minus(LOG_MARGIN))
                .with("until_time", until)
                .with("row_limit", MAX_PATTERNS)
                .list(ComparisonReader::pattern);
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
