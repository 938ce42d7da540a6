package scenariorca.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.evidence.RunEvidence;

/** What would make an uncertain verdict certain. */
final class WouldDecide {
    private WouldDecide() {}

    static List<String> list(RunEvidence evidence, Finding finding) {
        if (!finding.isToExplain() || !finding.causes().isEmpty()) {
            return List.of();
        }
        List<String> would = new ArrayList<>();
        Instant logs = evidence.completeness().logsCompleteTo();
        if (logs == null
                || !CompletenessText.isCovered(evidence, logs)
                || evidence.log().isEmpty()) {
            would.add("the log events of this run, which are not all loaded");
        }
        List<Suspect> inputs = finding.suspects().stream()
                .filter(suspect -> suspect.verdictClass() == VerdictClass.INPUT)
                .limit(2)
                .toList();
        for (Suspect input : inputs) {
            would.add("a run with " + input.title() + " put back to "
                    + Phrases.value(
                            input.change() == null ? null : input.change().before()) + " and nothing else changed");
        }
        if (inputs.isEmpty()) {
            would.add("a second run with the very same inputs: when it passes, no input is to blame");
        }
        if (finding.first().isEmpty()) {
            would.add("the node it failed in, which neither calculations nor log name");
        }
        Baseline baseline = evidence.baseline();
        if (baseline == null || baseline.kind() != Baseline.Kind.LAST_SUCCESS) {
            would.add("one successful run of this scenario to compare with");
        }
        return would;
    }
}
