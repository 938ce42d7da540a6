package scenariorca.diagnosis;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.evidence.EarlierCalc;
import scenariorca.diagnosis.evidence.InputChange;

/**
 * What the failed runs of the scenario since its baseline tell of the nodes that fail now: where they passed they passed with what
 * stood then, and where they failed they failed without what came later.
 */
final class EarlierTerms {
    private final List<EarlierCalc> passed;
    private final List<EarlierCalc> failed;
    private final Instant compared;

    EarlierTerms(Scene scene) {
        Baseline baseline = scene.evidence().baseline();
        Instant startedAt = baseline == null ? null : baseline.startedAt();
        this.compared = startedAt == null ? Instant.MIN : startedAt;
        Set<String> failing = new HashSet<>();
        scene.first().forEach(node -> node.branches().forEach(branch -> failing.add(node.nodeId() + branch)));
        List<EarlierCalc> earlier = scene.evidence().trace().earlier().stream()
                .filter(calc -> failing.contains(calc.nodeId() + calc.branch()))
                .toList();
        this.failed =
                earlier.stream().filter(calc -> calc.outcome().isFailure()).toList();
        this.passed =
                earlier.stream().filter(calc -> !calc.outcome().isFailure()).toList();
    }

    void add(InputChange change, Scorecard card) {
        Instant typed = change.set().changedAt();
        if (change.set().isInitial() || !typed.isAfter(compared)) {
            return; // that what slept passed is known
        }
        passed.stream()
                .filter(calc -> calc.runStartedAt().isAfter(typed))
                .findFirst()
                .ifPresent(calc -> card.addRun(
                        EvidenceTerm.NODE_PASSED_WITH,
                        1,
                        "the failing node passed with it in a run that failed elsewhere",
                        calc.runId().toString()));
        Instant since = change.set().differsSince();
        failed.stream()
                .filter(calc -> calc.runStartedAt().isBefore(since))
                .findFirst()
                .ifPresent(calc -> card.addRun(
                        EvidenceTerm.NODE_FAILED_WITHOUT,
                        1,
                        "the node failed before it was changed",
                        calc.runId().toString()));
    }

    /** What passes by itself does not strike one node again and again. */
    void addAgain(Scorecard card) {
        int runs = (int) failed.stream().map(EarlierCalc::runId).distinct().count();
        card.addCount(
                EvidenceTerm.NODE_FAILED_BEFORE,
                runs / (runs + 1.0),
                "the failing node failed in earlier runs of the scenario, too",
                runs,
                runs);
    }

    /** Whether the failing nodes passed with all of the inputs as they are now, in a run that failed elsewhere. */
    boolean isPassedWithAll(List<Candidate> inputs) {
        return passed.stream()
                .anyMatch(calc -> inputs.stream()
                        .flatMap(candidate -> candidate.leaves().stream())
                        .noneMatch(change -> change.set().changedAt().isAfter(calc.runStartedAt())));
    }
}
