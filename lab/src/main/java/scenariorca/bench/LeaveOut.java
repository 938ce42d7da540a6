package scenariorca.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.Weights;
import scenariorca.diagnosis.evidence.RunEvidence;

/**
 * How good verdicts are on platforms of a kind their weights never saw: for each domain and each voice, weights are fitted on
 * the cases of all others, from nothing, and judged on its own.
 */
final class LeaveOut {
    /** A case with what was known of it when it was explained. */
    record Kept(CaseTruth truth, RunEvidence evidence) {}

    private final List<Kept> cases;
    private final List<FitCase> fitCases;
    private final Consumer<String> progress;

    LeaveOut(List<Kept> cases, Consumer<String> progress) {
        this.cases = List.copyOf(cases);
        this.fitCases = cases.stream()
                .map(kept -> FitCase.of(kept.truth(), Diagnosis.shares(kept.evidence())))
                .toList();
        this.progress = progress;
    }

    /** One group per domain and per voice left out, the worst of each first. */
    List<DiagnosisReport.Group> groups() {
        var groups = new ArrayList<DiagnosisReport.Group>();
        add(groups, "domain left out", truth -> truth.setting().domain());
        add(groups, "voice left out", truth -> truth.setting().voice());
        return GroupScores.worstFirst(groups);
    }

    private void add(List<DiagnosisReport.Group> groups, String by, Function<CaseTruth, String> value) {
        var names = new TreeSet<String>();
        cases.forEach(kept -> names.add(value.apply(kept.truth())));
        names.remove("");
        for (String name : names) {
            var others = new ArrayList<FitCase>();
            for (int index = 0; index < cases.size(); index++) {
                if (!value.apply(cases.get(index).truth()).equals(name)) {
                    others.add(fitCases.get(index));
                }
            }
            if (others.isEmpty()) {
                continue;
            }
            Weights weights = fit(others);
            var results = cases.stream()
                    .filter(kept -> value.apply(kept.truth()).equals(name))
                    .map(kept -> CaseResult.of(kept.truth(), kept.evidence(), weights))
                    .toList();
            groups.add(GroupScores.group(by, name, results));
            progress.accept("%s: %s, %,d cases, fitted on %,d".formatted(by, name, results.size(), others.size()));
        }
    }

    /** From an empty table: the committed one has seen every domain. */
    private static Weights fit(List<FitCase> others) {
        return new Calibration(
                        new Weights(Map.of(), Map.of(), Weights.standard().settings()))
                .fit(others);
    }
}
