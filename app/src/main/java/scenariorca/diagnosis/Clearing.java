package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.JsonDifference;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.InputRewrite;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeId;

/** Step 4: clears the innocent, each with its reason. */
final class Clearing {
    /** So many runs that passed with the same value clear it, unless the error speaks of it. */
    private static final int ENOUGH_PASSED = 3;

    private final RunEvidence evidence;
    private final GraphReach reach;
    private final List<FailingNode> first;
    private final Set<NodeId> upstream;
    private final SeriesTerms series;

    Clearing(Scene scene) {
        this.evidence = scene.evidence();
        this.reach = scene.reach();
        this.first = scene.first();
        this.upstream = scene.upstream();
        this.series = new SeriesTerms(scene.evidence().inputs().series());
    }

    /** Versions of inputs in which nothing differs. */
    List<Cleared> rewrites() {
        List<Cleared> cleared = new ArrayList<>();
        for (InputRewrite rewrite : evidence.inputs().rewrites()) {
            cleared.add(new Cleared(
                    rewrite.nodeId(),
                    reach.nameOf(rewrite.nodeId()),
                    "$",
                    rewrite.writtenBy(),
                    rewrite.writtenAt(),
                    ClearReason.NO_REAL_CHANGE,
                    "written again without a change of any value"));
        }
        return cleared;
    }

    /** Why the candidate is innocent, by where and when it is; null when it is not cleared by that. */
    @Nullable
    Cleared byPlaceAndTime(Candidate candidate) {
        InputChange change = candidate.first();
        if (!change.isUsed()) {
            boolean isLater = change.set().changedAt().isAfter(evidence.run().startedAt());
            return isLater
                    ? cleared(
                            candidate,
                            ClearReason.AFTER_RUN_START,
                            "changed "
                                    + Phrases.span(
                                            evidence.run().startedAt(),
                                            change.set().changedAt()) + " after the run began")
                    : cleared(candidate, ClearReason.NOT_USED, "the run used another version of this input");
        }
        if (candidate.leaves().stream().allMatch(Clearing::isSame)) {
            return cleared(candidate, ClearReason.NO_REAL_CHANGE, "the same value, written another way");
        }
        if (candidate.nodes().stream().allMatch(reach::isDisabled)) {
            return cleared(candidate, ClearReason.NOT_USED, "the node is disabled, runs skip it");
        }
        // What counts beyond a series holds for nodes that no edge leads to from it, too.
        boolean isOfWholeRun =
                candidate.nodes().stream().allMatch(node -> reach.sources(node).isEmpty())
                        && candidate.leaves().stream().anyMatch(leaf -> series.isBeyond(leaf.leaf()));
        boolean isElsewhere = !upstream.isEmpty()
                && !isOfWholeRun
                && candidate.nodes().stream().allMatch(node -> reach.isConnected(node) && !upstream.contains(node));
        return isElsewhere
                ? cleared(
                        candidate,
                        ClearReason.NOT_UPSTREAM,
                        Phrases.names(first) + " is not computed from " + reach.nameOf(change.nodeId()))
                : null;
    }

    /** Why the candidate is innocent, by runs that passed with it; null when it is not cleared by that. */
    @Nullable
    Cleared byPassing(Candidate candidate, boolean isNamedByError) {
        int passed = candidate.leaves().stream()
                .mapToInt(change -> change.seen().passedHere())
                .min()
                .orElse(0);
        boolean wasAltered = candidate.leaves().stream()
                .anyMatch(change -> change.seen().recovery() == InputChange.Recovery.ALTERED);
        boolean failedElsewhere = candidate.leaves().stream()
                .anyMatch(change -> change.seen().elsewhere().failedWith() > 0);
        if (passed < ENOUGH_PASSED || isNamedByError || wasAltered || failedElsewhere) {
            return null;
        }
        return cleared(
                candidate,
                ClearReason.PASSED_ELSEWHERE,
                "the same value passed in " + passed + " other runs of this scenario");
    }

    private static boolean isSame(InputChange change) {
        return JsonDifference.between(change.leaf().before(), change.leaf().after(), 1)
                .isEmpty();
    }

    private Cleared cleared(Candidate candidate, ClearReason reason, String text) {
        InputChange change = candidate.first();
        return new Cleared(
                change.nodeId(),
                reach.nameOf(change.nodeId()),
                candidate.input(),
                change.set().changedBy(),
                change.set().changedAt(),
                reason,
                text);
    }
}
