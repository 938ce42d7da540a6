package scenariorca.comparison;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two runs: inputs leaf by leaf with who and when, node outcomes and durations, log patterns. Read from
 * the second to the first, everything is mirrored. The product's one comparison of two runs.
 *
 * @param runA the first, usually the baseline
 * @param runB the second
 * @param inputs inputs that differ, by node name
 * @param nodes nodes whose outcome or duration differs, worse first
 * @param patterns log patterns that are new, gone, or occur more or less often; new first
 * @param leftOut what was too much to compare
 */
public record RunDelta(
        RunSide.Run runA,
        RunSide.Run runB,
        List<InputDelta> inputs,
        List<NodeDelta> nodes,
        List<PatternDelta> patterns,
        LeftOut leftOut) {
    /** Leaves kept over all inputs; beyond, they are counted. */
    private static final int MAX_CHANGES = 5_000;

    /**
     * An input that differs.
     *
     * @param versions which versions the runs used
     * @param changes the leaves that differ, each with who set it
     * @param truncated leaves that differ and are not listed
     */
    public record InputDelta(InputVersions versions, List<Leaf> changes, int truncated) {
        /** Leaves that differ, listed or not. */
        public int changeCount() {
            return changes.size() + truncated;
        }
    }

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

    /**
     * What limits left out.
     *
     * @param inputs inputs with too many or too large versions to read: they may differ
     * @param patterns kinds of log line beyond those read, of both runs together
     */
    public record LeftOut(int inputs, int patterns) {
        public static final LeftOut NOTHING = new LeftOut(0, 0);
    }

    public RunDelta {
        inputs = List.copyOf(inputs);
        nodes = List.copyOf(nodes);
        patterns = List.copyOf(patterns);
    }

    /** Duration of the second less that of the first; null when either is unknown. */
    public @Nullable BigDecimal durationDeltaSeconds() {
        BigDecimal left = runA.durationSeconds();
        BigDecimal right = runB.durationSeconds();
        return left == null || right == null ? null : Numbers.canonical(right.subtract(left));
    }

    /** Compares the first run with the second. Never throws, whatever is missing. */
    public static RunDelta of(RunSide first, RunSide second, List<InputVersions> inputs, LeftOut leftOut) {
        List<InputDelta> deltas = new ArrayList<>();
        int kept = 0;
        for (InputVersions versions :
                inputs.stream().sorted(InputVersions.ORDER).toList()) {
            JsonDifference difference = difference(versions, MAX_CHANGES - kept);
            if (!difference.isEmpty()) {
                deltas.add(new InputDelta(versions, leaves(versions, difference), difference.truncated()));
                kept += difference.changes().size();
            }
        }
        return new RunDelta(
                first.run(),
                second.run(),
                deltas,
                NodeDelta.between(first.calcs(), second.calcs()),
                PatternDelta.between(first.patterns(), second.patterns()),
                leftOut);
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
    private static List<Leaf> leaves(InputVersions versions, JsonDifference difference) {
        InputHistory.Version before = versions.before();
        InputHistory.Version after = versions.after();
        InputHistory.Version earlier = isLater(before, after) ? after : before;
        InputHistory.Version later = isLater(before, after) ? before : after;
        List<InputHistory.Version> chain = new ArrayList<>(versions.between());
        if (later != null) {
            chain.add(later);
        }
        var authors = InputHistory.authors(earlier == null ? null : earlier.input(), chain);
        return difference.changes().stream()
                .map(change -> {
                    InputHistory.Version author = authors.getOrDefault(change.path(), later);
                    return new Leaf(
                            change,
                            author == null ? null : author.changedBy(),
                            author == null ? null : author.changedAt());
                })
                .toList();
    }

    private static boolean isLater(InputHistory.@Nullable Version one, InputHistory.@Nullable Version other) {
        return one != null && (other == null || InputHistory.Version.ORDER.compare(one, other) > 0);
    }
}
