package scenariorca.comparison;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunOutcome;

/**
 * A node whose calculation ended otherwise, or took another time, in one of two runs.
 *
 * @param nodeId the node
 * @param nodeName its name; empty when unknown. Example: Treatment Share
 * @param branch the run branch. Example: without events
 * @param outcomeBefore null when the first run has no such calculation
 * @param outcomeAfter null when the second run has none
 * @param msBefore milliseconds the first run's calculation took; null when unknown
 * @param msAfter milliseconds the second run's took; null when unknown
 * @param deltaMs null when either time is unknown
 * @param percent of the time before, to one decimal; null when either is unknown or it was 0
 */
public record NodeDelta(
        NodeId nodeId,
        String nodeName,
        String branch,
        @Nullable RunOutcome outcomeBefore,
        @Nullable RunOutcome outcomeAfter,
        @Nullable Long msBefore,
        @Nullable Long msAfter,
        @Nullable Long deltaMs,
        @Nullable Double percent) {
    /** Times closer than this, in milliseconds and as a share, are the same: machines are never quite alike. */
    private static final long SAME_MS = 250;

    private static final double SAME_SHARE = 0.25;

    /** Calculations compared by node and branch; those that end alike in about the same time left out. */
    static List<NodeDelta> between(List<RunSide.Calc> before, List<RunSide.Calc> after) {
        Map<String, RunSide.Calc> left = byPlace(before);
        Map<String, RunSide.Calc> right = byPlace(after);
        var places = new TreeSet<>(left.keySet());
        places.addAll(right.keySet());
        List<NodeDelta> deltas = new ArrayList<>();
        for (String place : places) {
            NodeDelta delta = of(left.get(place), right.get(place));
            if (delta != null && delta.isDifferent()) {
                deltas.add(delta);
            }
        }
        deltas.sort(Comparator.comparingInt(NodeDelta::rank)
                .thenComparing(delta -> delta.deltaMs == null ? 0 : -Math.abs(delta.deltaMs))
                .thenComparing(NodeDelta::nodeName)
                .thenComparing(NodeDelta::nodeId)
                .thenComparing(NodeDelta::branch));
        return deltas;
    }

    private static Map<String, RunSide.Calc> byPlace(List<RunSide.Calc> calcs) {
        Map<String, RunSide.Calc> byPlace = new HashMap<>();
        for (RunSide.Calc calc : calcs) {
            byPlace.putIfAbsent(calc.nodeId() + "|" + calc.branch(), calc);
        }
        return byPlace;
    }

    private static @Nullable NodeDelta of(RunSide.@Nullable Calc before, RunSide.@Nullable Calc after) {
        RunSide.Calc known = after == null ? before : after;
        if (known == null) {
            return null;
        }
        Long left = before == null ? null : before.ms();
        Long right = after == null ? null : after.ms();
        Long delta = left == null || right == null ? null : right - left;
        Double percent = delta == null || left == null || left == 0 ? null : Math.round(delta * 1_000.0 / left) / 10.0;
        return new NodeDelta(
                known.nodeId(),
                known.nodeName(),
                known.branch(),
                before == null ? null : before.outcome(),
                after == null ? null : after.outcome(),
                left,
                right,
                delta,
                percent);
    }

    /** What failed in either run before what one of them has not calculated, and that before what took another time. */
    private int rank() {
        if (outcomeBefore == outcomeAfter) {
            return 2;
        }
        boolean isFailure = (outcomeBefore != null && outcomeBefore.isFailure())
                || (outcomeAfter != null && outcomeAfter.isFailure());
        return isFailure ? 0 : 1;
    }

    /** Whether just one of the two runs finished this calculation, and none failed in it. */
    @JsonIgnore
    public boolean isOneSided() {
        return rank() == 1;
    }

    private boolean isDifferent() {
        if (outcomeBefore != outcomeAfter) {
            return true;
        }
        if (deltaMs == null || msBefore == null || msAfter == null) {
            return false;
        }
        return Math.abs(deltaMs) > SAME_MS && Math.abs(deltaMs) > Math.min(msBefore, msAfter) * SAME_SHARE;
    }
}
