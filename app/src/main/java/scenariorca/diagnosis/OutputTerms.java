package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.LeafChange;
import scenariorca.comparison.OutputDelta;
import scenariorca.diagnosis.evidence.NodeOutput;
import scenariorca.scenario.NodeId;

/** Step 4 for an input: whether numbers went astray at its node, or stood still. */
final class OutputTerms {
    private static final double TENFOLD = 10;

    /** Orders of magnitude from which on a movement tells: a fourth more or less. */
    private static final double NOTABLE = 0.1;

    private static final double SAME_FACTOR = 0.1;
    private static final double OUTRUN = 3;
    private static final double PARTLY = 0.5;

    private final Scene scene;
    private final Deviation deviation;

    OutputTerms(Scene scene, Deviation deviation) {
        this.scene = scene;
        this.deviation = deviation;
    }

    void add(Set<NodeId> nodes, LeafChange leaf, Scorecard card) {
        if (!deviation.isKnown()) {
            return;
        }
        if (deviation.isStill(nodes)) {
            card.add(EvidenceTerm.OUTPUT_STILL, 1, "its node put out the very same as in the run it is compared with");
            return;
        }
        elsewhere(nodes, card);
        for (NodeId node : nodes) {
            boolean isFailing = scene.firstNodes().contains(node);
            card.add(
                    EvidenceTerm.OUTPUT_BEGINS,
                    deviation.begins(node),
                    isFailing ? "what the failing node is computed from hardly moved" : astray(node));
            NodeOutput output = deviation.output(node);
            if (output != null && Deviation.isBroken(output)) {
                card.add(EvidenceTerm.OUTPUT_BROKEN, isInherited(node) ? 0.3 : 1, broken(node, output.delta()));
            }
            if (output != null) {
                proportion(output.delta(), leaf, card);
            }
        }
    }

    /** Numbers that broke on the way to the failure broke first somewhere: what does not reach that place has not broken them. */
    private void elsewhere(Set<NodeId> nodes, Scorecard card) {
        Set<NodeId> broken = deviation.brokeFirst();
        Set<NodeId> reached = scene.reach().downstream(nodes).keySet();
        if (!broken.isEmpty() && broken.stream().noneMatch(reached::contains)) {
            NodeId first = broken.iterator().next();
            card.add(
                    EvidenceTerm.BROKE_ELSEWHERE,
                    1,
                    "numbers broke first at " + scene.reach().nameOf(first) + ", which is not computed from it");
        } else if (nodes.stream().noneMatch(broken::contains)
                && broken.stream().anyMatch(node -> scene.isEdited(node) && reached.contains(node))) {
            card.add(EvidenceTerm.BROKE_ELSEWHERE, PARTLY, "numbers broke first at a node that was changed itself");
        }
    }

    /** Whether the change of a number can have moved the output that much: what is ten times as much rarely makes a thousand times. */
    private static void proportion(OutputDelta output, LeafChange leaf, Scorecard card) {
        Double factor = output.factor();
        BigDecimal before = Values.number(leaf.before());
        BigDecimal after = Values.number(leaf.after());
        if (factor == null || before == null || after == null) {
            return;
        }
        double moved = Math.abs(StrictMath.log10(factor));
        double changed = Values.factor(leaf);
        if (moved > NOTABLE && Math.abs(moved - changed) < SAME_FACTOR * moved) {
            card.add(EvidenceTerm.OUTPUT_FOLLOWS, 1, "what its node puts out moved by the same factor as it did");
        }
        if (before.signum() * after.signum() > 0 && moved > NOTABLE) {
            double surplus = moved - OUTRUN * changed;
            card.add(EvidenceTerm.OUTPUT_OUTRUNS, surplus / moved, "what its node puts out moved far more than it did");
        }
    }

    private boolean isInherited(NodeId node) {
        return scene.reach().sources(node).stream()
                .map(deviation::output)
                .anyMatch(output -> output != null && Deviation.isBroken(output));
    }

    /** Example: {@code Net Price is 1,000 times the last run's from here on}. */
    private String astray(NodeId node) {
        NodeOutput output = deviation.output(node);
        String name = scene.reach().nameOf(node);
        return output == null ? name + " moved" : name + " " + moved(output.delta()) + " from here on";
    }

    /** Example: {@code is 1,000 times the last run's}. */
    static String moved(OutputDelta delta) {
        Double factor = delta.factor();
        return switch (delta.kind()) {
            case SIGN -> "has another sign than in the last run";
            case NOT_FINITE -> "is no number any more";
            case EMPTY -> "put out nothing";
            case LENGTH -> "put out another number of values";
            case SAME, MOVED -> "is " + times(factor);
        };
    }

    private static String times(@Nullable Double factor) {
        if (factor == null) {
            return "not what it was in the last run";
        }
        double shown = factor >= 1 ? factor : 1 / factor;
        String number = shown >= TENFOLD ? String.format(java.util.Locale.ROOT, "%,.0f", shown) : Outlier.plain(shown);
        return factor >= 1 ? number + " times the last run's" : "the last run's divided by " + number;
    }

    private String broken(NodeId node, OutputDelta delta) {
        return scene.reach().nameOf(node) + " " + moved(delta);
    }
}
