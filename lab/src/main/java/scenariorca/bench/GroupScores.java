package scenariorca.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How good verdicts are by what the platform and the failure are like, the worst first. */
final class GroupScores {
    private GroupScores() {}

    /** One group per value of each thing platforms and failures differ in; nothing where nobody says how they differ. */
    static List<DiagnosisReport.Group> of(List<CaseResult> results) {
        var groups = new ArrayList<DiagnosisReport.Group>();
        add(groups, "domain", results, result -> result.truth().setting().domain());
        add(groups, "voice", results, result -> result.truth().setting().voice());
        add(groups, "strictness", results, result -> result.truth().setting().strictness());
        add(groups, "hops", results, result -> {
            Integer hops = result.truth().setting().hops();
            return hops == null ? "" : hops >= 4 ? "4 and more" : String.valueOf(hops);
        });
        return worstFirst(groups);
    }

    /** In the order in which a reader should see them. */
    static List<DiagnosisReport.Group> worstFirst(List<DiagnosisReport.Group> groups) {
        return groups.stream()
                .sorted(Comparator.comparing(DiagnosisReport.Group::by)
                        .thenComparingDouble(DiagnosisReport.Group::weakest)
                        .thenComparing(DiagnosisReport.Group::name))
                .toList();
    }

    private static void add(
            List<DiagnosisReport.Group> groups,
            String by,
            List<CaseResult> results,
            Function<CaseResult, String> value) {
        Map<String, List<CaseResult>> split = new TreeMap<>();
        for (CaseResult result : results) {
            String name = value.apply(result);
            if (!name.isEmpty()) {
                split.computeIfAbsent(name, any -> new ArrayList<>()).add(result);
            }
        }
        split.forEach((name, cases) -> groups.add(group(by, name, cases)));
    }

    static DiagnosisReport.Group group(String by, String name, List<CaseResult> cases) {
        List<CaseResult> inputs =
                cases.stream().filter(CaseResult::hasInputCause).toList();
        List<CaseResult> others =
                cases.stream().filter(result -> !result.hasInputCause()).toList();
        return new DiagnosisReport.Group(
                by,
                name,
                cases.size(),
                inputs.size(),
                Figures.mean(inputs, result -> result.score().acAt1()),
                Figures.share(inputs, CaseResult::isNamedRight),
                Figures.share(
                        cases.stream().filter(result -> !result.isAbstained()).toList(), CaseResult::isNamedRight),
                Figures.share(cases, CaseResult::isClassRight),
                Figures.share(others, CaseResult::blamesInput));
    }

    /** How often each class was said of each true one: truth, then what was said, then how often. */
    static Map<String, Map<String, Integer>> confusion(List<CaseResult> results) {
        Map<String, Map<String, Integer>> confusion = new TreeMap<>();
        for (CaseResult result : results) {
            confusion
                    .computeIfAbsent(result.truth().truthClass(), any -> new TreeMap<>())
                    .merge(result.said().word(), 1, Integer::sum);
        }
        return confusion;
    }
}
