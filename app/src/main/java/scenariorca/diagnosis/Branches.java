package scenariorca.diagnosis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import scenariorca.diagnosis.evidence.RunEvidence;

/** What the branches of a run tell: they share the inputs of nodes, and differ in their events. */
final class Branches {
    private Branches() {}

    /** Whether every first failing node passed in another branch of the same run. */
    static boolean isSpared(Scene scene) {
        List<RunEvidence.PassedCalc> passed = scene.evidence().trace().passedCalcs();
        return !scene.first().isEmpty()
                && scene.evidence().run().outcome().isFailure()
                && scene.first().stream().allMatch(node -> {
                    Set<String> failed = new HashSet<>(node.branches());
                    return passed.stream()
                            .anyMatch(calc -> calc.nodeId().equals(node.nodeId()) && !failed.contains(calc.branch()));
                });
    }
}
