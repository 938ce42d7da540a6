package scenariorca.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.Weights;

/**
 * How good verdicts are on platforms of a kind their weights never saw: for each domain and each voice, weights are fitted on
 * the cases of all others, from nothing, and judged on its own.
 *
 * @param domains the cases of each domain
 * @param voices the cases of each voice
 */
record LeaveOut(Map<String, List<CaseResult>> domains, Map<String, List<CaseResult>> voices) {
    private static final String DOMAIN = "domain left out";
    private static final String VOICE = "voice left out";

    static LeaveOut of(List<KnownCase> cases, Consumer<String> progress) {
        List<FitCase> fitCases = cases.stream()
                .map(known -> FitCase.of(known.truth(), Diagnosis.shares(known.evidence())))
                .toList();
        return new LeaveOut(
                judged(DOMAIN, truth -> truth.setting().domain(), cases, fitCases, progress),
                judged(VOICE, truth -> truth.setting().voice(), cases, fitCases, progress));
    }

    private static Map<String, List<CaseResult>> judged(
            String by,
            Function<CaseTruth, String> value,
            List<KnownCase> cases,
            List<FitCase> fitCases,
            Consumer<String> progress) {
        Map<String, List<KnownCase>> split = new TreeMap<>();
        cases.forEach(known -> split.computeIfAbsent(value.apply(known.truth()), any -> new ArrayList<>())
                .add(known));
        split.remove("");
        Map<String, List<CaseResult>> results = new TreeMap<>();
        split.forEach((name, own) -> {
            var others = new ArrayList<FitCase>();
            for (int index = 0; index < cases.size(); index++) {
                if (!value.apply(cases.get(index).truth()).equals(name)) {
                    others.add(fitCases.get(index));
                }
            }
            if (!others.isEmpty()) {
                Weights weights = fit(others);
                results.put(
                        name,
                        own.stream().map(known -> CaseResult.of(known, weights)).toList());
                progress.accept("%s: %s, %,d cases, fitted on %,d".formatted(by, name, own.size(), others.size()));
            }
        });
        return results;
    }

    /** From an empty table: the committed one has seen every domain. */
    private static Weights fit(List<FitCase> others) {
        return new Calibration(
                        new Weights(Map.of(), Map.of(), Weights.standard().settings()))
                .fit(others);
    }

    /** Every case as weights judge it that never saw its domain. */
    List<CaseResult> byDomain() {
        return domains.values().stream().flatMap(List::stream).toList();
    }

    /** One group per domain and per voice left out, the worst of each first. */
    List<DiagnosisReport.Group> groups() {
        var groups = new ArrayList<DiagnosisReport.Group>();
        domains.forEach((name, results) -> groups.add(GroupScores.group(DOMAIN, name, results)));
        voices.forEach((name, results) -> groups.add(GroupScores.group(VOICE, name, results)));
        return GroupScores.worstFirst(groups);
    }
}
