package scenariorca.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import scenariorca.diagnosis.evidence.NodeOutput;
import scenariorca.scenario.NodeId;

/**
 * A node whose output moved from the run it is compared with, on the way to the failure.
 *
 * @param nodeId the node
 * @param nodeName as users see it
 * @param begins how much of the deviation begins there, 0 to 1, to four decimals
 * @param text what it did. Example: {@code is 1,000 times the last run's}
 */
public record OutputMove(NodeId nodeId, String nodeName, double begins, String text) {
    private static final int MOST = 8;
    private static final double NOTABLE = 0.05;

    /** Those the deviation begins at first; none when nothing is known of outputs. */
    static List<OutputMove> of(Scene scene, Deviation deviation) {
        return scene.distance().keySet().stream()
                .map(deviation::output)
                .filter(Objects::nonNull)
                .filter(output -> deviation.begins(output.nodeId()) >= NOTABLE)
                .filter(output -> !scene.firstNodes().contains(output.nodeId()))
                .map(output -> of(output, scene, deviation))
                .sorted(Comparator.comparingDouble((OutputMove move) -> -move.begins())
                        .thenComparing(OutputMove::nodeId))
                .limit(MOST)
                .toList();
    }

    private static OutputMove of(NodeOutput output, Scene scene, Deviation deviation) {
        return new OutputMove(
                output.nodeId(),
                scene.reach().nameOf(output.nodeId()),
                Ranking.rounded(deviation.begins(output.nodeId())),
                OutputTerms.moved(output.delta()));
    }
}
