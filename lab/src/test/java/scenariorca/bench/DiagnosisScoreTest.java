package scenariorca.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scenariorca.diagnosis.Stories;
import scenariorca.platform.Json;
import scenariorca.scenario.NodeId;

final class DiagnosisScoreTest {
    private static final NodeId NODE = new NodeId(new UUID(0, 4));

    @ParameterizedTest
    @CsvSource({
        "/market_share, market_share, true",
        "/market_share, peak_share, false",
        "/values/3/value, values[].value, true",
        "/values/3/value, values[].year, false",
        "/values/2027, values.2027, true",
        "/values, values[].value, true",
        "/values/3/value, values, true",
        "/a.b/c, '\"a.b\".c', true",
        "/x~1y, x/y, true",
        "/rates/0/1, rates[][], true",
        "'', $, true"
    })
    void a_pointer_and_a_path_that_mean_the_same_input_agree(String pointer, String path, boolean isSame) {
        assertThat(new PlantedCause(NODE, pointer).is(NODE, path)).isEqualTo(isSame);
        assertThat(new PlantedCause(NODE, pointer).is(new NodeId(new UUID(0, 5)), path))
                .isFalse();
        assertThat(new PlantedCause(null, pointer).is(NODE, path)).isEqualTo(isSame);
        assertThat(new PlantedCause(NODE, pointer).is(null, null)).isFalse();
    }

    @Test
    void ties_count_at_their_expected_rank() {
        List<RankedInput> tied = List.of(ranked("a", 2), ranked("b", 1), ranked("c", 1), ranked("d", 1));

        RankScore score = RankScore.of(tied, List.of(new PlantedCause(NODE, "/c")));

        assertThat(score.acAt1()).isZero();
        assertThat(score.acAt3()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(score.avgAt5()).isCloseTo((0 + 1 / 3.0 + 2 / 3.0 + 1 + 1) / 5, within(1e-9));
        assertThat(score.reciprocal()).isCloseTo((1 / 2.0 + 1 / 3.0 + 1 / 4.0) / 3, within(1e-9));
    }

    @Test
    void of_two_causes_one_at_the_top_is_all_that_rank_one_can_hold() {
        List<RankedInput> ranking = List.of(ranked("a", 4), ranked("b", 3), ranked("c", 2));
        List<PlantedCause> causes = List.of(new PlantedCause(NODE, "/a"), new PlantedCause(NODE, "/c"));

        RankScore score = RankScore.of(ranking, causes);

        assertThat(score.acAt1()).isEqualTo(1);
        assertThat(score.acAt3()).isEqualTo(1);
        assertThat(score.avgAt5()).isCloseTo((1 + 0.5 + 1 + 1 + 1) / 5, within(1e-9));
        assertThat(RankScore.of(List.of(), causes)).isEqualTo(new RankScore(0, 0, 0, 0));
    }

    @Test
    void the_report_counts_what_was_found_blamed_and_left_open() {
        var score = new DiagnosisScore(true);
        score.add(truth("input", "shares_above_one", "/market_share"), Stories.evidence("my-run-failed"), 1_000_000);
        score.add(truth("input", "shares_above_one", "/something_else"), Stories.evidence("my-run-failed"), 1_000_000);
        score.add(truth("platform", "out_of_memory", null), Stories.evidence("nobody-changed-anything"), 1_000_000);
        score.add(truth("platform", "out_of_memory", null), Stories.evidence("my-run-failed"), 1_000_000);

        DiagnosisReport report = score.report();

        assertThat(report.metrics().acAt1()).isEqualTo(0.5);
        assertThat(report.metrics().falseBlame()).isEqualTo(0.5);
        assertThat(report.metrics().abstained()).isEqualTo(0);
        assertThat(report.metrics().classRight()).isEqualTo(0.75);
        assertThat(report.metrics().calibrationError()).isCloseTo(0.5, within(0.01));
        assertThat(report.metrics().msP95()).isGreaterThan(1);
        assertThat(report.metrics().namedAndRight()).isEqualTo(0.5);
        assertThat(report.metrics().precisionOfNamed()).isEqualTo(0.5);
        assertThat(report.metrics().worstClass()).isEqualTo(0.5);
        assertThat(report.confusion())
                .isEqualTo(Map.of("input", Map.of("input", 2), "platform", Map.of("input", 1, "platform", 1)));
        assertThat(report.isOnTarget(DiagnosisReport.Targets.ONE_PLATFORM)).isFalse();
        assertThat(report.rankings())
                .extracting(DiagnosisReport.Ranking::name)
                .containsExactly("diagnosis", "random", "most recent first", "largest change first", "nearest first");
        assertThat(report.rankings().get(1).acAt1()).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(report.rankings().get(2).acAt1()).isZero();
        assertThat(report.rankings().get(3).acAt1()).isEqualTo(0.5);
        assertThat(report.buckets())
                .extracting(DiagnosisReport.BucketScore::cases)
                .containsExactly(0, 2, 0, 0, 0);
        assertThat(report.ablation()).hasSizeGreaterThan(20);
        assertThat(report.kinds())
                .extracting(DiagnosisReport.KindScore::kind)
                .containsExactly("out_of_memory", "shares_above_one");
    }

    @Test
    void groups_come_worst_first_and_a_renaming_is_found_by_either_key() {
        var score = new DiagnosisScore(false);
        score.add(varied("german", "/market_share"), Stories.evidence("my-run-failed"), 1);
        score.add(varied("code", "/elsewhere"), Stories.evidence("my-run-failed"), 1);
        score.add(
                varied("java", "/mrket_share\",\"also\":[\"/market_share\"],\"x\":\""),
                Stories.evidence("my-run-failed"),
                1);

        List<DiagnosisReport.Group> groups = score.report().groups();

        assertThat(groups.stream().filter(group -> group.by().equals("voice")))
                .extracting(DiagnosisReport.Group::name)
                .containsExactly("code", "german", "java");
        assertThat(groups.stream().filter(group -> group.by().equals("voice")))
                .extracting(DiagnosisReport.Group::acAt1)
                .containsExactly(0.0, 1.0, 1.0);
        assertThat(groups.stream().filter(group -> group.by().equals("hops")))
                .extracting(DiagnosisReport.Group::name)
                .containsExactly("2");
    }

    private static CaseTruth varied(String voice, String pointer) {
        return CaseTruth.of(
                Json.read("{\"run_id\":\"00000000-0000-0000-0000-000000000001\",\"class\":\"input\",\"hops\":2,"
                        + "\"voice\":\"" + voice + "\",\"causes\":[{\"node_id\":\"" + NODE + "\",\"path\":\"" + pointer
                        + "\"}]}"));
    }

    @Test
    void each_domain_is_judged_by_weights_that_never_saw_it() {
        var told = new ArrayList<String>();
        var score = new DiagnosisScore(false, told::add);
        score.add(of("port", "input", "/market_share"), Stories.evidence("my-run-failed"), 1);
        score.add(of("water", "input", "/market_share"), Stories.evidence("my-run-failed"), 1);
        score.add(of("water", "platform", "/none"), Stories.evidence("nobody-changed-anything"), 1);

        List<DiagnosisReport.Group> groups = score.report().groups().stream()
                .filter(group -> group.by().equals("domain left out"))
                .toList();

        assertThat(told)
                .containsExactly(
                        "domain left out: port, 1 cases, fitted on 2", "domain left out: water, 2 cases, fitted on 1");
        assertThat(groups)
                .extracting(DiagnosisReport.Group::name, DiagnosisReport.Group::cases)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("port", 1),
                        org.assertj.core.groups.Tuple.tuple("water", 2));
    }

    private static CaseTruth of(String domain, String truthClass, String pointer) {
        String cause = truthClass.equals("input") ? "{\"node_id\":\"" + NODE + "\",\"path\":\"" + pointer + "\"}" : "";
        return CaseTruth.of(Json.read("{\"run_id\":\"00000000-0000-0000-0000-000000000001\",\"class\":\"" + truthClass
                + "\",\"domain\":\"" + domain + "\",\"causes\":[" + cause + "]}"));
    }

    @Test
    void a_report_on_no_cases_has_no_figures() {
        DiagnosisReport report = new DiagnosisScore(false).report();

        assertThat(report.metrics().acAt1()).isNull();
        assertThat(report.metrics().falseBlame()).isNull();
    }

    @Test
    void a_line_of_the_truth_file_is_read_and_one_without_a_class_is_refused() {
        CaseTruth truth = CaseTruth.of(Json.read("""
                {"run_id":"00000000-0000-0000-0000-000000000001","class":"input","kind":"overflow","tags":["distractors"],
                 "causes":[{"node_id":"00000000-0000-0000-0000-000000000004","path":"/values/3/value","before":1,"after":2}]}"""));

        assertThat(truth.truthClass()).isEqualTo("input");
        assertThat(truth.causes()).containsExactly(new PlantedCause(NODE, "/values/3/value"));
        assertThat(truth.tags()).containsExactly("distractors");
        assertThatThrownBy(() -> CaseTruth.of(Json.read("{\"run_id\":\"00000000-0000-0000-0000-000000000001\"}")))
                .hasMessageContaining("has no class");
    }

    private static RankedInput ranked(String input, double score) {
        return new RankedInput(NODE, input, score);
    }

    private static CaseTruth truth(String verdictClass, String kind, @Nullable String pointer) {
        String cause = pointer == null ? "" : "{\"node_id\":\"" + NODE + "\",\"path\":\"" + pointer + "\"}";
        return CaseTruth.of(Json.read("{\"run_id\":\"00000000-0000-0000-0000-000000000001\",\"class\":\"" + verdictClass
                + "\",\"kind\":\"" + kind + "\",\"causes\":[" + cause + "]}"));
    }
}
