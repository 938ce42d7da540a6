package scenariorca.explanation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.SlowDown;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;

/** How long a run took against what is usual, and since when it is so. */
final class Slowness {
    /** Runs looked back at. */
    private static final int MAX_RUNS = 90;

    private static final int MAX_USUAL = 30;
    private static final int ENOUGH_USUAL = 3;
    /** Slow is this many times the median, where runs hardly differ. */
    private static final double SLOW = 1.5;

    /** So many times the median is slow, however much runs differ. */
    private static final double ALWAYS_SLOW = 10;

    private static final double QUICK = 0.1;
    private static final int MAX_NODES = 20;

    private Slowness() {}

    private record Timed(UUID runId, double seconds, Instant startedAt) {}

    /** Null when nothing is usual yet, or the run has not ended. */
    static @Nullable SlowDown read(Snapshot snapshot, DiagnosedRun subject) {
        BigDecimal duration = subject.run().time().durationSeconds();
        if (duration == null) {
            return null;
        }
        List<Timed> earlier = snapshot.query("report/explanation/durations.sql")
                .with("scenario_key", subject.scenarioKey())
                .with("branch_count", subject.branchCount())
                .with("run_id", subject.runId())
                .with("started_at", subject.startedAt())
                .with("row_limit", MAX_RUNS)
                .list(Slowness::timed);
        if (earlier.size() < ENOUGH_USUAL) {
            return null;
        }
        double seconds = duration.doubleValue();
        int row = slowRow(seconds, earlier);
        List<Timed> usual =
                earlier.stream().skip(Math.max(0, row - 1)).limit(MAX_USUAL).toList();
        Timed first = row == 0
                ? null
                : row == 1 ? new Timed(subject.runId(), seconds, subject.startedAt()) : earlier.get(row - 2);
        double othersRatio = first == null ? 1 : othersRatio(snapshot, subject, first.startedAt());
        List<Slower> nodes = slowNodes(snapshot, subject, usual);
        return new SlowDown(
                seconds,
                median(usual),
                usual.size(),
                first == null ? null : new RunId(first.runId()),
                first == null ? null : first.startedAt(),
                row,
                othersRatio,
                nodes.isEmpty() ? 0 : nodes.getFirst().nodeCount(),
                nodes.isEmpty() ? 0 : nodes.getFirst().lostMs(),
                nodes.stream().map(Slower::node).toList());
    }

    /** A node that became slower, with how many did and what they lost together. */
    private record Slower(SlowDown.SlowNode node, int nodeCount, double lostMs) {}

    private static Timed timed(Row row) {
        return new Timed(row.uuid("run_id"), Counts.real(row, "duration_seconds", 0), row.instant("run_started_at"));
    }

    /** Runs in the longest row that ends in this run and that each took far longer than the runs before the row. */
    private static int slowRow(double seconds, List<Timed> earlier) {
        double least = seconds;
        int longest = 0;
        for (int length = 1; earlier.size() - (length - 1) >= ENOUGH_USUAL; length++) {
            if (length > 1) {
                least = Math.min(least, earlier.get(length - 2).seconds());
            }
            List<Timed> before =
                    earlier.stream().skip(length - 1).limit(MAX_USUAL).toList();
            if (least > slowFrom(before)) {
                longest = length;
            }
        }
        return longest;
    }

    /**
     * Seconds from which a run is slow: as far above the median as the quick runs are below it, twice over. The quick ones
     * tell how much runs differ, as a slow time leaves them alone.
     */
    private static double slowFrom(List<Timed> runs) {
        double median = median(runs);
        double quick = quantile(runs, QUICK);
        double spread = quick > 0 ? median / quick : 1;
        return median * Math.clamp(spread * spread, SLOW, ALWAYS_SLOW);
    }

    private static double median(List<Timed> runs) {
        return quantile(runs, 0.5);
    }

    private static double quantile(List<Timed> runs, double share) {
        double[] sorted = runs.stream().mapToDouble(Timed::seconds).sorted().toArray();
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static double othersRatio(Snapshot snapshot, DiagnosedRun subject, Instant since) {
        return snapshot.query("report/explanation/others_slower.sql")
                .with("scenario_key", subject.scenarioKey())
                .with("since_time", since)
                .with("started_at", subject.startedAt())
                .one(row -> Counts.real(row, "ratio", 1));
    }

    private static List<Slower> slowNodes(Snapshot snapshot, DiagnosedRun subject, List<Timed> usual) {
        return snapshot.query("report/explanation/slow_nodes.sql")
                .with("run_id", subject.runId())
                .withAny(
                        "usual_run_ids",
                        usual.stream().map(run -> run.runId().toString()).toList())
                .with("row_limit", MAX_NODES)
                .list(row -> new Slower(
                        new SlowDown.SlowNode(
                                new NodeId(row.uuid("node_id")),
                                Counts.real(row, "ms", 0),
                                Counts.real(row, "usual_ms", 0)),
                        Counts.of(row, "node_count"),
                        Counts.real(row, "lost_ms", 0)));
    }
}
