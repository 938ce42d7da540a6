package scenariorca.diagnosis;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.evidence.GraphChange;
import scenariorca.diagnosis.evidence.ModelRuns;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeId;

/** What speaks for the model: what changed in it and where, and how its runs go since. */
final class ModelTerms {
    /** What a change of the model counts when nobody knows whether it is upstream of the failure. */
    private static final double UNPLACED = 0.3;

    /** A publication that may have been before the run it is compared with. */
    private static final double UNSURE = 0.5;

    private final Scene scene;
    private final RunEvidence evidence;
    private final Deviation deviation;
    private final List<GraphChange> changes;

    ModelTerms(Scene scene, Deviation deviation) {
        this.scene = scene;
        this.evidence = scene.evidence();
        this.deviation = deviation;
        this.changes = evidence.model().changes();
    }

    void add(Scorecard card) {
        GraphChange at = nearest(scene.firstNodes());
        GraphChange above = scene.isPlaced()
                ? nearest(scene.upstream())
                : changes.stream().findFirst().orElse(null);
        GraphChange published = changes.stream()
                .filter(change -> change.kind() == GraphChange.Kind.MODEL_VERSION)
                .findFirst()
                .orElse(null);
        if (at != null) {
            card.add(EvidenceTerm.CHANGED_AT_FAILURE, 1, "the model changed at the failing node: " + told(at));
        }
        if (published != null) {
            card.add(EvidenceTerm.MODEL_PUBLISHED, isSince(published) ? 1 : UNSURE, told(published));
        }
        boolean isKnown = evidence.baseline() != null && evidence.baseline().kind() == Baseline.Kind.LAST_SUCCESS;
        if (changes.isEmpty() && isKnown) {
            card.add(EvidenceTerm.MODEL_UNCHANGED, 1, "nothing is known to have changed in the model since then");
        }
        double reached = above == null ? 0 : scene.isPlaced() ? 1 : UNPLACED;
        if (!changes.isEmpty()) {
            runs(Math.max(reached, published == null ? 0 : UNPLACED), card);
        }
        age(card);
        moved(card);
        cycle(card);
    }

    private boolean isSince(GraphChange change) {
        Baseline baseline = evidence.baseline();
        Instant at = change.at();
        Instant compared = baseline == null ? null : baseline.startedAt();
        return at == null || compared == null || at.isAfter(compared);
    }

    /** Whether the error is no older than what changed in the model. */
    private void age(Scorecard card) {
        Instant seen = evidence.spread().firstSeenAt();
        Instant changed = changes.stream()
                .map(GraphChange::at)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (seen == null || changed == null) {
            return;
        }
        int scenarios = evidence.spread().scenariosInMonth();
        if (!seen.isBefore(changed)) {
            card.addCount(
                    EvidenceTerm.NEW_SINCE_PUBLICATION,
                    scenarios / (scenarios + 1.0),
                    "this error was never seen before the model changed",
                    scenarios,
                    scenarios);
        }
    }

    /** Scenarios count, not runs: one that is wrong for a reason of its own fails again and again. */
    private void runs(double reached, Scorecard card) {
        ModelRuns runs = evidence.model().runs();
        double failed = runs.scenariosFailedSince();
        card.addCount(
                EvidenceTerm.MODEL_FAILS_SINCE,
                reached * failed / (failed + 1 + 4.0 * runs.passedSince()),
                "runs of this model failed since it changed",
                runs.failedSince(),
                runs.failedSince() + runs.passedSince());
        card.addCount(
                EvidenceTerm.MODEL_PASSES_SINCE,
                runs.passedSince() / (runs.passedSince() + 1.0),
                "runs of this model passed since it changed",
                runs.passedSince(),
                runs.failedSince() + runs.passedSince());
    }

    private void moved(Scorecard card) {
        changes.stream()
                .map(GraphChange::nodeId)
                .filter(Objects::nonNull)
                .filter(node -> !scene.firstNodes().contains(node))
                .distinct()
                .forEach(node -> card.add(
                        EvidenceTerm.MODEL_OUTPUT_MOVED,
                        deviation.begins(node),
                        "numbers went astray at " + scene.reach().nameOf(node) + ", which the model changed"));
    }

    /** The first change at one of the nodes: of an edge its target counts. */
    private @Nullable GraphChange nearest(Set<NodeId> nodes) {
        return changes.stream()
                .filter(change -> change.nodeId() != null && nodes.contains(change.nodeId()))
                .findFirst()
                .orElse(null);
    }

    private String told(GraphChange change) {
        String node = change.nodeId() == null ? "" : " " + scene.reach().nameOf(change.nodeId());
        String other = change.otherNodeId() == null ? "" : " " + scene.reach().nameOf(change.otherNodeId());
        return switch (change.kind()) {
            case NODE_ADDED -> node.strip() + " is new";
            case NODE_ENABLED -> node.strip() + " was switched on";
            case NODE_DISABLED -> node.strip() + " was switched off";
            case EDGE_ADDED -> node.strip() + " is now computed from" + other;
            case EDGE_REMOVED -> node.strip() + " is no longer computed from" + other;
            case MODEL_VERSION -> "another version was published";
        };
    }

    private void cycle(Scorecard card) {
        Collection<NodeId> among = new HashSet<>(scene.upstream());
        if (among.isEmpty()) {
            evidence.graph().nodes().forEach(node -> among.add(node.id()));
        }
        Set<NodeId> cycle = scene.reach().onCycle(among);
        if (!cycle.isEmpty()) {
            List<String> names = cycle.stream().map(scene.reach()::nameOf).toList();
            card.addCount(
                    EvidenceTerm.CYCLE_IN_GRAPH,
                    changes.isEmpty() ? 0.4 : 1,
                    "the graph has a cycle through " + Phrases.joined(names),
                    cycle.size(),
                    evidence.graph().nodes().size());
        }
    }
}
