package scenariorca.comparison;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;

/**
 * What differs between two runs: inputs leaf by leaf with who and when, node outcomes and durations, log patterns. Read from
 * the second to the first, everything is mirrored.
 *
 * @param runA the first, usually the baseline
 * @param runB the second
 * @param timeGapSeconds from the start of the first to the start of the second; negative when the second is earlier
 * @param statusTransition both outcomes. Example: {@code success -> failed}
 * @param durationDeltaSeconds duration of the second less that of the first; null when either is unknown
 * @param nodeFailuresDelta failures of the second less those of the first
 * @param inputs inputs that differ, by node name
 * @param inputChangeCount leaves that differ, kept or not
 * @param nodes nodes whose outcome or duration differs, worse first
 * @param patterns log patterns that are new, gone, or occur more or less often; new first
 */
public record RunComparison(
        RunSide.Run runA,
        RunSide.Run runB,
        long timeGapSeconds,
        String statusTransition,
        @Nullable BigDecimal durationDeltaSeconds,
        int nodeFailuresDelta,
        List<InputDelta> inputs,
        int inputChangeCount,
        List<NodeDelta> nodes,
        List<PatternDelta> patterns) {
    /** Leaves kept over all inputs; beyond, they are counted. */
    private static final int MAX_CHANGES = 5_000;

    /**
     * An input that differs.
     *
     * @param changedBy who wrote the version the later run used; null when it used none
     * @param changedAt when
     * @param changes the leaves that differ, each with who set it
     * @param truncated leaves that differ and are not listed
     */
    public record InputDelta(
            NodeId nodeId,
            String nodeName,
            String owner,
            @Nullable String changedBy,
            @Nullable Instant changedAt,
            List<Leaf> changes,
            int truncated) {}

    /**
     * A leaf that differs.
     *
     * @param changedBy who set it; null when nobody did (the later run used no version)
     * @param changedAt when
     */
    public record Leaf(
            LeafChange change,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}

    public RunComparison {
        inputs = List.copyOf(inputs);
        nodes = List.copyOf(nodes);
        patterns = List.copyOf(patterns);
    }

    /** Compares the first run with the second. Never throws, whatever is missing. */
    public static RunComparison of(RunSide first, RunSide second, List<InputVersions> inputs) {
        RunSide.Run before = first.run();
        RunSide.Run after = second.run();
        List<InputDelta> deltas = new ArrayList<>();
        int count = 0;
        int kept = 0;
        for (InputVersions versions :
                inputs.stream().sorted(InputVersions.ORDER).toList()) {
            JsonDifference difference = difference(versions, MAX_CHANGES - kept);
            if (!difference.isEmpty()) {
                deltas.add(delta(versions, difference));
                count += difference.count();
                kept += difference.changes().size();
            }
        }
        return new RunComparison(
                before,
                after,
                Duration.between(before.startedAt(), after.startedAt()).toSeconds(),
                before.outcome().word() + " -> " + after.outcome().word(),
                durationDelta(before, after),
                after.nodeFailures() - before.nodeFailures(),
                deltas,
                count,
                NodeDelta.between(first.calcs(), second.calcs()),
                PatternDelta.between(first.patterns(), second.patterns()));
    }

    private static JsonDifference difference(InputVersions versions, int limit) {
        InputHistory.Version before = versions.before();
        InputHistory.Version after = versions.after();
        return JsonDifference.between(
                before == null ? null : before.input(),
                after == null ? null : after.input(),
                Math.min(limit, JsonDifference.DEFAULT_LIMIT));
    }

    /** Whoever is later answers for the difference, whichever way it is read. */
    private static InputDelta delta(InputVersions versions, JsonDifference difference) {
        InputHistory.Version before = versions.before();
        InputHistory.Version after = versions.after();
        InputHistory.Version earlier = isLater(before, after) ? after : before;
        InputHistory.Version later = isLater(before, after) ? before : after;
        List<InputHistory.Version> chain = new ArrayList<>(versions.between());
        if (later != null) {
            chain.add(later);
        }
        var authors = InputHistory.authors(earlier == null ? null : earlier.input(), chain);
        List<Leaf> leaves = difference.changes().stream()
                .map(change -> {
                    InputHistory.Version author = authors.getOrDefault(change.path(), later);
                    return new Leaf(
                            change,
                            author == null ? null : author.changedBy(),
                            author == null ? null : author.changedAt());
                })
                .toList();
        return new InputDelta(
                versions.nodeId(),
                versions.nodeName(),
                versions.owner(),
                later == null ? null : later.changedBy(),
                later == null ? null : later.changedAt(),
                leaves,
                difference.truncated());
    }

    private static boolean isLater(InputHistory.@Nullable Version one, InputHistory.@Nullable Version other) {
        return one != null && (other == null || InputHistory.Version.ORDER.compare(one, other) > 0);
    }

    private static @Nullable BigDecimal durationDelta(RunSide.Run before, RunSide.Run after) {
        BigDecimal left = before.durationSeconds();
        BigDecimal right = after.durationSeconds();
        return left == null || right == null ? null : Numbers.canonical(right.subtract(left));
    }
}
