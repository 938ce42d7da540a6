package scenariorca.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.EvidenceGroup;
import scenariorca.diagnosis.Weights;

/**
 * How good verdicts are on platforms of a kind their weights never saw: for each domain and each voice, weights are fitted on
 * the cases of all others, from nothing, and judged on its own. And how good they are so without a source of evidence: the
 * weights of all others take its place as well as they can, thresholds stay.
 *
 * @param domains the cases of each domain
 * @param voices the cases of each voice
 * @param evidence all cases without each source of evidence, each judged by weights that never saw its domain
 */
record LeaveOut(
        Map<String, List<CaseResult>> domains,
        Map<String, List<CaseResult>> voices,
        Map<String, List<CaseResult>> evidence) {
    private static final String DOMAIN = "domain left out";
    private static final String VOICE = "voice left out";
    private static final String EVIDENCE = "evidence left out";

    /** Cases, as they are judged and as they are learned from, in one order. */
    private record Cases(List<KnownCase> known, List<FitCase> learned, Consumer<String> progress) {
        static Cases of(List<KnownCase> known, Consumer<String> progress) {
            return new Cases(
                    known,
                    known.stream()
                            .map(one -> FitCase.of(one.truth(), Diagnosis.shares(one.evidence())))
                            .toList(),
                    progress);
        }

        Cases without(EvidenceGroup group) {
            return new Cases(
                    known,
                    learned.stream().map(one -> one.without(group.terms())).toList(),
                    _ -> {});
        }
    }

    /** @param isAblated whether to leave out each source of evidence, too, which takes as long again for each */
    static LeaveOut of(List<KnownCase> known, boolean isAblated, Consumer<String> progress) {
        Cases cases = Cases.of(known, progress);
        Map<String, List<CaseResult>> evidence = new TreeMap<>();
        for (EvidenceGroup group : isAblated ? EvidenceGroup.values() : new EvidenceGroup[0]) {
            Map<String, List<CaseResult>> judged = judged(
                    DOMAIN,
                    truth -> truth.setting().domain(),
                    cases.without(group),
                    others -> new WeightFit(empty()).fit(others));
            evidence.put(group.meaning(), all(judged));
            progress.accept(EVIDENCE + ": " + group.meaning());
        }
        return new LeaveOut(
                judged(DOMAIN, truth -> truth.setting().domain(), cases, LeaveOut::calibrated),
                judged(VOICE, truth -> truth.setting().voice(), cases, LeaveOut::calibrated),
                evidence);
    }

    private static Map<String, List<CaseResult>> judged(
            String by, Function<CaseTruth, String> value, Cases cases, Function<List<FitCase>, Weights> fit) {
        Map<String, List<KnownCase>> split = new TreeMap<>();
        cases.known()
                .forEach(known -> split.computeIfAbsent(value.apply(known.truth()), any -> new ArrayList<>())
                        .add(known));
        split.remove("");
        Map<String, List<CaseResult>> results = new TreeMap<>();
        split.forEach((name, own) -> {
            var others = new ArrayList<FitCase>();
            for (int index = 0; index < cases.known().size(); index++) {
                if (!value.apply(cases.known().get(index).truth()).equals(name)) {
                    others.add(cases.learned().get(index));
                }
            }
            if (!others.isEmpty()) {
                Weights weights = fit.apply(others);
                results.put(
                        name,
                        own.stream().map(known -> CaseResult.of(known, weights)).toList());
                cases.progress()
                        .accept("%s: %s, %,d cases, fitted on %,d".formatted(by, name, own.size(), others.size()));
            }
        });
        return results;
    }

    private static Weights calibrated(List<FitCase> others) {
        return new Calibration(empty()).fit(others);
    }

    /** The committed table has seen every domain. */
    private static Weights empty() {
        return new Weights(Map.of(), Map.of(), Weights.standard().settings());
    }

    private static List<CaseResult> all(Map<String, List<CaseResult>> split) {
        return split.values().stream().flatMap(List::stream).toList();
    }

    /** Every case as weights judge it that never saw its domain. */
    List<CaseResult> byDomain() {
        return all(domains);
    }

    /** One group per domain, voice and source of evidence left out, the worst of each first. */
    List<DiagnosisReport.Group> groups() {
        var groups = new ArrayList<DiagnosisReport.Group>();
        domains.forEach((name, results) -> groups.add(GroupScores.group(DOMAIN, name, results)));
        voices.forEach((name, results) -> groups.add(GroupScores.group(VOICE, name, results)));
        evidence.forEach((name, results) -> groups.add(GroupScores.group(EVIDENCE, name, results)));
        return GroupScores.worstFirst(groups);
    }
}
