package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static scenariorca.diagnosis.Given.COMPLIANCE;
import static scenariorca.diagnosis.Given.FOOTNOTE;
import static scenariorca.diagnosis.Given.INCIDENCE;
import static scenariorca.diagnosis.Given.PATIENTS;
import static scenariorca.diagnosis.Given.POPULATION;
import static scenariorca.diagnosis.Given.PRICE;
import static scenariorca.diagnosis.Given.REVENUE;
import static scenariorca.diagnosis.Given.SHARE;
import static scenariorca.diagnosis.Given.TREATED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.comparison.OutputDelta;
import scenariorca.diagnosis.evidence.NodeOutput;
import scenariorca.diagnosis.evidence.Series;
import scenariorca.scenario.NodeId;

/** Which period an error is of, where numbers broke first, and what stood there before. */
final class PeriodAndOriginTest {
    private static final List<String> MONTHS =
            List.of("2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06", "2027-07", "2027-08");

    @ParameterizedTest
    @ValueSource(strings = {"rate of 2027-07 is off", "rate[2027/07] is off", "07/2027 : rate", "2027M07 rate"})
    void an_error_that_names_a_period_speaks_of_what_is_of_it_and_of_nothing_later(String error) {
        var given = new Given().failed(SHARE, error);
        given.changed(SHARE, "{\"rate\":{\"2027-07\":1}}", "{\"rate\":{\"2027-07\":5}}", 5);
        given.changed(PATIENTS, "{\"uptake\":{\"2027-08\":1}}", "{\"uptake\":{\"2027-08\":5}}", 5);
        given.changed(POPULATION, "{\"size\":{\"2027-02\":1}}", "{\"size\":{\"2027-02\":5}}", 5);

        assertThat(terms(given, "rate.2027-07")).containsKey(EvidenceTerm.PERIOD_NAMED);
        assertThat(terms(given, "uptake.2027-08"))
                .containsKey(EvidenceTerm.PERIOD_LATER)
                .doesNotContainKey(EvidenceTerm.PERIOD_NAMED);
        assertThat(terms(given, "size.2027-02"))
                .doesNotContainKeys(EvidenceTerm.PERIOD_LATER, EvidenceTerm.PERIOD_NAMED);
    }

    @Test
    void a_place_in_a_list_is_of_the_period_that_the_series_of_the_model_begin_with() {
        var given = new Given().failed(SHARE, "2027-Q3: rate is off");
        given.series.add(new Series(SHARE, "rates", 4, List.of()));
        given.series.add(new Series(POPULATION, "size", 4, List.of("2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4")));
        given.changed(SHARE, "{\"rates\":[1,1,1,1]}", "{\"rates\":[1,1,7,1]}", 5);

        assertThat(terms(given, "rates[]")).containsKey(EvidenceTerm.PERIOD_NAMED);
    }

    @Test
    void a_horizon_is_suspected_of_the_periods_it_reaches_now_and_of_none_it_reached_before() {
        var given = new Given().failed(SHARE, "2027-07: rate is off");
        given.series.add(new Series(SHARE, "rates", MONTHS.size(), MONTHS));
        given.changed(POPULATION, "{\"months\":5}", "{\"months\":8}", 5);

        assertThat(terms(given, "months")).containsKey(EvidenceTerm.PERIOD_NAMED);

        given.calcs.clear();
        given.failed(SHARE, "2027-03: rate is off");

        assertThat(terms(given, "months"))
                .containsKey(EvidenceTerm.PERIOD_LATER)
                .doesNotContainKey(EvidenceTerm.PERIOD_NAMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no rate at 2027-07-15", "loaded 2027-07-15T10:00:00Z", "rate 2027.45", "id 20270715"})
    void a_day_and_a_number_are_no_period(String error) {
        var given = new Given().failed(SHARE, error);
        given.changed(SHARE, "{\"rate\":{\"2027-08\":1}}", "{\"rate\":{\"2027-08\":5}}", 5);

        assertThat(terms(given, "rate.2027-08"))
                .doesNotContainKeys(EvidenceTerm.PERIOD_LATER, EvidenceTerm.PERIOD_NAMED);
    }

    @Test
    void what_does_not_reach_the_place_where_numbers_broke_first_is_less_suspicious() {
        var given = new Given().failed(REVENUE, "revenue is off");
        given.outputs.add(broken(PATIENTS));
        given.outputs.add(broken(SHARE));
        given.outputs.add(broken(TREATED));
        given.changed(PATIENTS, "{\"rate\":0.1}", "{\"rate\":-0.1}", 5);
        given.changed(INCIDENCE, "{\"cases\":1}", "{\"cases\":2}", 5);
        given.changed(COMPLIANCE, "{\"share\":1}", "{\"share\":2}", 5);

        assertThat(terms(given, "rate")).doesNotContainKey(EvidenceTerm.BROKE_ELSEWHERE);
        assertThat(terms(given, "cases")).containsEntry(EvidenceTerm.BROKE_ELSEWHERE, 0.5);
        assertThat(terms(given, "share")).containsEntry(EvidenceTerm.BROKE_ELSEWHERE, 1.0);
        assertThat(terms(given, VerdictClass.UPSTREAM)).doesNotContainKey(EvidenceTerm.BROKE_UNEXPLAINED);
    }

    @Test
    void numbers_that_broke_where_nothing_changed_speak_for_data_or_the_model() {
        var given = new Given().failed(REVENUE, "revenue is off");
        given.outputs.add(broken(PATIENTS));
        given.changed(COMPLIANCE, "{\"share\":1}", "{\"share\":2}", 5);

        assertThat(terms(given, VerdictClass.UPSTREAM)).containsKey(EvidenceTerm.BROKE_UNEXPLAINED);
        assertThat(terms(given, VerdictClass.MODEL)).containsKey(EvidenceTerm.BROKE_UNEXPLAINED);
        assertThat(terms(given, VerdictClass.PLATFORM)).doesNotContainKey(EvidenceTerm.BROKE_UNEXPLAINED);
    }

    @Test
    void an_error_that_misses_what_stood_there_before_names_it() {
        var given = new Given().failed(SHARE, "nothing is known of 'standard line'");
        given.changed(SHARE, "{\"line\":\"standard line\"}", "{\"line\":\"other\"}", 5);
        given.changed(SHARE, "{\"kind\":\"basic\"}", "{\"kind\":\"plain\"}", 5);

        assertThat(terms(given, "line")).containsKey(EvidenceTerm.TEXT_NAMES_FORMER);
        assertThat(terms(given, "kind")).doesNotContainKey(EvidenceTerm.TEXT_NAMES_FORMER);
    }

    @Test
    void an_error_that_names_a_series_speaks_of_what_counts_beyond_it() {
        var given = new Given().failed(SHARE, "no value left in uptakeCurve");
        given.series.add(new Series(SHARE, "uptakeCurve", 24, List.of()));
        given.changed(POPULATION, "{\"months\":24}", "{\"months\":36}", 5);

        assertThat(terms(given, "months")).containsKey(EvidenceTerm.SERIES_NAMED);
    }

    @Test
    void a_count_beyond_a_series_is_not_cleared_where_no_edge_leads_to_the_failure() {
        var given = new Given().failed(SHARE, "calculation failed");
        given.series.add(new Series(SHARE, "uptake", 24, List.of()));
        given.changed(FOOTNOTE, "{\"months\":24}", "{\"months\":36}", 5);
        given.changed(PRICE, "{\"remark\":1}", "{\"remark\":2}", 5);

        assertThat(terms(given, "months")).containsKey(EvidenceTerm.COUNTS_TOO_FAR);
        assertThat(given.verdict().lineup().cleared())
                .extracting(Cleared::input)
                .containsExactly("remark");
    }

    @Test
    void what_strikes_many_is_no_fluke() {
        var given = DiagnosisTest.outage(new Given().failed(REVENUE, "503 Service Unavailable from pricing-service"));

        assertThat(terms(given, VerdictClass.FLUKE)).containsKey(EvidenceTerm.NOT_ALONE);
        assertThat(terms(new Given().failed(REVENUE, "503"), VerdictClass.FLUKE))
                .doesNotContainKey(EvidenceTerm.NOT_ALONE);
    }

    @Test
    void a_number_that_hardly_moved_is_less_suspicious_than_one_that_moved() {
        var given = new Given().failed(SHARE, "calculation failed");
        given.changed(SHARE, "{\"rate\":100.5}", "{\"rate\":101.5}", 5);
        given.changed(SHARE, "{\"uptake\":1}", "{\"uptake\":5}", 5);
        given.changed(SHARE, "{\"endYear\":2035}", "{\"endYear\":2050}", 5);

        assertThat(terms(given, "rate")).containsKey(EvidenceTerm.SLIGHT);
        assertThat(terms(given, "uptake")).doesNotContainKey(EvidenceTerm.SLIGHT);
        assertThat(terms(given, "endYear")).doesNotContainKey(EvidenceTerm.SLIGHT);
    }

    private static NodeOutput broken(NodeId node) {
        return new NodeOutput(node, "without events", new OutputDelta(6, null, OutputDelta.Kind.SIGN), 0.05);
    }

    private static Map<EvidenceTerm, Double> terms(Given given, String input) {
        return only(Diagnosis.shares(given.evidence()).stream()
                .filter(shares -> input.equals(shares.input()))
                .toList());
    }

    private static Map<EvidenceTerm, Double> terms(Given given, VerdictClass verdictClass) {
        return only(Diagnosis.shares(given.evidence()).stream()
                .filter(shares -> shares.verdictClass() == verdictClass)
                .toList());
    }

    private static Map<EvidenceTerm, Double> only(List<Shares> shares) {
        assertThat(shares).hasSize(1);
        return shares.getFirst().terms();
    }
}
