package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static scenariorca.diagnosis.Given.COMPLIANCE;
import static scenariorca.diagnosis.Given.FOOTNOTE;
import static scenariorca.diagnosis.Given.INCIDENCE;
import static scenariorca.diagnosis.Given.PATIENTS;
import static scenariorca.diagnosis.Given.POPULATION;
import static scenariorca.diagnosis.Given.PRICE;
import static scenariorca.diagnosis.Given.REVENUE;
import static scenariorca.diagnosis.Given.RUN_AT;
import static scenariorca.diagnosis.Given.SHARE;
import static scenariorca.diagnosis.Given.TREATED;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.evidence.Cooccurrence;
import scenariorca.diagnosis.evidence.GraphChange;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.PatternSpread;
import scenariorca.diagnosis.evidence.SameInputs;
import scenariorca.diagnosis.evidence.ValueStats;
import scenariorca.scenario.RunOutcome;

/** One case for each kind of failure, each with innocent edits that are larger, later or nearer than the cause. */
final class DiagnosisTest {
    @Test
    void a_share_that_no_longer_fits_is_named_with_who_and_when() {
        var given = new Given()
                .failed(SHARE, "shares sum to 1.35, must be at most 1")
                .failed(TREATED, "input missing");
        given.changed(
                SHARE,
                "{\"market_share\":0.10,\"growth_rate\":0.02}",
                "{\"market_share\":0.90,\"growth_rate\":0.02}",
                13);
        given.changed(PRICE, "{\"price_per_unit\":100}", "{\"price_per_unit\":99000}", 2);
        given.changed(POPULATION, "{\"market_size\":120000}", "{\"market_size\":1900000}", 1);

        Verdict verdict = given.verdict();

        assertThat(verdict.headline())
                .isEqualTo(
                        "Run failed in Treatment Share: market_share was changed from 0.10 to 0.90 by jdoe, 13 minutes before.");
        assertThat(verdict.verdictClass()).isEqualTo(VerdictClass.INPUT);
        assertThat(verdict.firstFailures().getFirst().folded()).containsExactly("Treated Patients");
        assertThat(verdict.cleared()).extracting(Cleared::reason).containsExactly(ClearReason.NOT_UPSTREAM);
        assertThat(verdict.putBack().text()).isEqualTo("set market_share of Treatment Share back to 0.10");
    }

    @Test
    void division_by_zero_is_blamed_on_the_value_that_became_zero_not_on_the_larger_and_later_edits() {
        var given = new Given().failed(TREATED, "ArithmeticException: / by zero");
        given.changed(COMPLIANCE, "{\"days_per_cycle\":21}", "{\"days_per_cycle\":0}", 300);
        given.changed(TREATED, "{\"scale\":1.0}", "{\"scale\":4.5}", 5);
        given.changed(SHARE, "{\"peak_share\":0.2}", "{\"peak_share\":0.4}", 3);
        given.changed(POPULATION, "{\"market_size\":100}", "{\"market_size\":100000}", 1);

        blames(given, "days_per_cycle of Compliance");
    }

    @Test
    void a_percentage_typed_as_a_fraction_stands_out_among_its_peers() {
        var given = new Given().failed(PATIENTS, "compliance share out of range: 35");
        given.changed(PATIENTS, "{\"adherence\":0.35}", "{\"adherence\":35}", 200)
                .peers(0.4, 0.1, 0.2, 0.8);
        given.changed(INCIDENCE, "{\"rate\":0.012}", "{\"rate\":0.016}", 4).peers(0.014, 0.003, 0.01, 0.02);
        given.changed(POPULATION, "{\"market_size\":120000}", "{\"market_size\":9120000}", 2)
                .peers(200_000, 100_000, 90_000, 12_000_000);

        blames(given, "adherence of Patients");
    }

    @Test
    void a_fraction_typed_as_a_percentage_stands_out_without_any_word_of_it() {
        var given = new Given().failed(TREATED, "calculation failed");
        given.changed(SHARE, "{\"uptake_pct\":35}", "{\"uptake_pct\":0.35}", 90).peers(38, 6, 20, 60);
        given.changed(TREATED, "{\"scale\":1.0}", "{\"scale\":1.9}", 1).peers(1.2, 0.4, 0.5, 2.5);
        given.changed(PATIENTS, "{\"relapse\":0.1}", "{\"relapse\":0.3}", 1).peers(0.2, 0.1, 0.05, 0.5);

        blames(given, "uptake_pct of Treatment Share");
    }

    @Test
    void a_negative_count_is_found_upstream_of_where_it_failed() {
        var given = new Given().failed(TREATED, "patients must not be negative: -1200.0");
        given.changed(PATIENTS, "{\"prevalent\":1200}", "{\"prevalent\":-1200}", 600);
        given.changed(TREATED, "{\"scale\":1.0}", "{\"scale\":9.0}", 1);
        given.changed(COMPLIANCE, "{\"rate\":0.8}", "{\"rate\":0.1}", 1);

        blames(given, "prevalent of Patients");
    }

    @Test
    void a_missing_key_is_found_by_its_name() {
        var given = new Given().failed(PRICE, "KeyError: 'price_per_unit'");
        given.changed(PRICE, "{\"price_per_unit\":100,\"discount\":0.1}", "{\"discount\":0.7}", 50);

        blames(given, "price_per_unit of Price");
        assertThat(given.verdict().putBack().text()).isEqualTo("set price_per_unit of Price back to 100");
    }

    @Test
    void a_text_in_a_number_is_found_by_the_text() {
        var given = new Given().failed(INCIDENCE, "could not convert string to number: 'n/a'");
        given.changed(
                INCIDENCE, "{\"rate\":0.012,\"note\":\"x\"}", "{\"rate\":\"n/a\",\"note\":\"checked by me\"}", 50);
        given.changed(POPULATION, "{\"market_size\":100}", "{\"market_size\":100000}", 1);

        blames(given, "rate of Incidence");
    }

    @Test
    void an_end_before_its_start_is_found_by_the_order_the_error_speaks_of() {
        var given = new Given().failed(PRICE, "invalid horizon: end year 2024 is before start year 2026");
        given.changed(
                PRICE,
                "{\"start_year\":2024,\"end_year\":2034,\"price_per_unit\":10}",
                "{\"start_year\":2024,\"end_year\":2024,\"price_per_unit\":990}",
                50);

        blames(given, "end_year of Price");
    }

    @Test
    void a_duration_out_of_range_is_found_by_the_limit_it_breaks() {
        var given = new Given().failed(TREATED, "must be between 1 and 120 months");
        given.changed(
                TREATED, "{\"treatment_duration\":12,\"dose\":5}", "{\"treatment_duration\":240,\"dose\":80}", 400);
        given.changed(PATIENTS, "{\"cohort\":1000}", "{\"cohort\":90000}", 1);

        blames(given, "treatment_duration of Treated Patients");
    }

    @Test
    void an_overflow_is_blamed_on_what_grew_beyond_its_peers() {
        var given = new Given().failed(REVENUE, "overflow: result is infinite");
        given.changed(PATIENTS, "{\"growth_rate\":0.03}", "{\"growth_rate\":300}", 700)
                .peers(0.03, 0.01, 0.0, 0.09);
        given.changed(PRICE, "{\"price_per_unit\":100}", "{\"price_per_unit\":140}", 1)
                .peers(120, 30, 50, 300);
        given.changed(REVENUE, "{\"discount\":0.1}", "{\"discount\":0.2}", 1).peers(0.1, 0.05, 0, 0.4);

        blames(given, "growth_rate of Patients");
    }

    @Test
    void a_timeout_is_blamed_on_the_longer_horizon() {
        var given = new Given().failed(REVENUE, "node timed out after 600 s");
        given.outcome = RunOutcome.TIMEOUT;
        given.changed(POPULATION, "{\"end_year\":2035}", "{\"end_year\":2350}", 80)
                .peers(2035, 2, 2030, 2045);
        given.changed(REVENUE, "{\"discount\":0.1}", "{\"discount\":0.9}", 1).peers(0.2, 0.2, 0, 0.95);
        given.changed(PRICE, "{\"price_per_unit\":100}", "{\"price_per_unit\":500}", 1)
                .peers(200, 90, 50, 900);

        assertThat(given.verdict().headline())
                .startsWith("Run timed out in Revenue: end_year of Population was changed from 2035 to 2350");
        blames(given, "end_year of Population");
    }

    @Test
    void two_values_wrong_only_together_are_both_named() {
        var given = new Given().failed(SHARE, "shares sum to 1.35, must be at most 1");
        given.changed(
                SHARE,
                "{\"first_line\":0.20,\"second_line\":0.35,\"note\":\"a\"}",
                "{\"first_line\":0.60,\"second_line\":0.75,\"note\":\"b\"}",
                30);
        given.changed(POPULATION, "{\"market_size\":100}", "{\"market_size\":100000}", 1);

        Verdict verdict = given.verdict();

        assertThat(verdict.causes()).extracting(Suspect::input).containsExactlyInAnyOrder("first_line", "second_line");
        assertThat(verdict.putBack().isEither()).isTrue();
    }

    @Test
    void a_cause_typed_several_runs_ago_is_found_behind_the_edits_that_tried_to_mend_it() {
        var given = new Given().failed(TREATED, "calculation failed");
        given.baseline = Given.baseline(Baseline.Kind.LAST_SUCCESS, 4, RUN_AT.minus(Duration.ofMinutes(300)));
        given.changed(COMPLIANCE, "{\"rate\":0.8}", "{\"rate\":8}", 310).peers(0.8, 0.1, 0.5, 1);
        given.changed(SHARE, "{\"peak_share\":0.2}", "{\"peak_share\":20}", 100).peers(0.3, 0.1, 0.1, 0.6);
        given.changed(TREATED, "{\"scale\":1.0}", "{\"scale\":100}", 2).peers(1, 0.1, 0.8, 1.3);

        blames(given, "rate of Compliance");
    }

    @Test
    void without_an_earlier_success_a_typed_value_is_told_from_those_the_scenario_began_with() {
        var given = new Given().failed(TREATED, "compliance rate 8 is above 1");
        given.baseline = Given.baseline(Baseline.Kind.STARTER_RUN, 1, RUN_AT);
        given.changed(COMPLIANCE, "{\"rate\":0.8}", "{\"rate\":8}", 310);
        for (int index = 0; index < 5; index++) {
            given.changed(POPULATION, "{\"k" + index + "\":100}", "{\"k" + index + "\":250}", 9_000).isInitial = true;
        }

        blames(given, "rate of Compliance");
        assertThat(given.verdict().baselineReason()).startsWith("no earlier success of this scenario");
    }

    @Test
    void nothing_changed_and_others_fail_the_same_way_is_the_platform() {
        var given = outage(new Given().failed(REVENUE, "java.lang.OutOfMemoryError: Java heap space"));

        Verdict verdict = given.verdict();

        assertThat(verdict.verdictClass()).isEqualTo(VerdictClass.PLATFORM);
        assertThat(verdict.causes()).hasSize(1);
        assertThat(verdict.headline()).startsWith("Run failed in Revenue: the cause is the platform (");
    }

    @Test
    void innocent_edits_are_not_blamed_in_an_outage() {
        for (String error : List.of(
                "java.lang.OutOfMemoryError: Java heap space",
                "ExpiredTokenException: The security token included in the request is expired",
                "503 Service Unavailable from pricing-service",
                "ERROR: deadlock detected")) {
            var given = outage(new Given().failed(REVENUE, error));
            given.changed(REVENUE, "{\"discount\":0.1}", "{\"discount\":0.9}", 1)
                    .peers(0.1, 0.05, 0, 0.3);
            given.changed(PRICE, "{\"price_per_unit\":100}", "{\"price_per_unit\":100000}", 3)
                    .peers(100, 20, 50, 200);

            Verdict verdict = given.verdict();

            assertThat(verdict.verdictClass()).as(error).isEqualTo(VerdictClass.PLATFORM);
            assertThat(verdict.putBack().inputs()).isEmpty();
        }
    }

    @Test
    void inputs_that_passed_before_and_after_are_not_to_blame() {
        var given = new Given().failed(REVENUE, "could not serialize access due to concurrent update");
        given.same = new SameInputs(1, 0, Given.run(10));
        given.changed(REVENUE, "{\"discount\":0.1}", "{\"discount\":0.2}", 1).recovery = InputChange.Recovery.KEPT;

        assertThat(given.verdict().verdictClass()).isEqualTo(VerdictClass.PLATFORM);
    }

    @Test
    void a_bad_release_fails_many_scenarios_of_many_models_and_no_input_is_blamed() {
        var given = outage(new Given().failed(TREATED, "NoSuchMethodError: engine.Curve.evaluate(D)D"));
        given.changed(TREATED, "{\"scale\":1.0}", "{\"scale\":2.0}", 4).peers(1, 0.3, 0.5, 3);

        assertThat(given.verdict().verdictClass()).isEqualTo(VerdictClass.PLATFORM);
    }

    @Test
    void a_cycle_in_a_new_version_of_the_model_is_the_models_fault() {
        var given = new Given().failed(PATIENTS, "cycle detected: Patients -> Treatment Share -> Patients");
        given.graph = new scenariorca.scenario.NodeGraph(given.graph.nodes(), plus(given.graph.edges()));
        given.graphChanges.add(
                new GraphChange(GraphChange.Kind.EDGE_ADDED, PATIENTS, SHARE, RUN_AT.minusSeconds(9_000)));
        given.changed(PATIENTS, "{\"relapse\":0.1}", "{\"relapse\":0.3}", 2);

        assertThat(given.verdict().verdictClass()).isEqualTo(VerdictClass.MODEL);
    }

    @Test
    void data_that_came_late_is_upstreams_fault() {
        var given = new Given().failed(INCIDENCE, "epidemiology feed for 2026-11 has not arrived");
        given.spread = new PatternSpread(3, 1, 3, 2, 0, 0.1, 4, 4, RUN_AT);
        given.changed(INCIDENCE, "{\"rate\":0.012}", "{\"rate\":0.014}", 20);

        assertThat(given.verdict().verdictClass()).isEqualTo(VerdictClass.UPSTREAM);
    }

    @Test
    void a_loud_log_that_is_always_there_misleads_nobody() {
        var given = new Given().failed(SHARE, "shares sum to 1.8, must be at most 1");
        given.log(
                "FATAL", null, "OutOfMemoryError suspected, connection refused by cache, price_per_unit invalid", 412);
        given.changed(SHARE, "{\"market_share\":0.1}", "{\"market_share\":0.9}", 90);
        given.changed(PATIENTS, "{\"price_per_unit\":1}", "{\"price_per_unit\":1000}", 1);

        blames(given, "market_share of Treatment Share");
    }

    @Test
    void a_run_without_calculations_is_resolved_from_its_error_and_its_log() {
        var given = new Given().reason("worker stopped");
        given.log("ERROR", null, "Node 'Treatment Share' failed: market_share 0.9 invalid", 0);
        given.changed(SHARE, "{\"market_share\":0.1}", "{\"market_share\":0.9}", 90);
        given.changed(FOOTNOTE, "{\"text\":\"a\"}", "{\"text\":\"b\"}", 1);

        Verdict verdict = given.verdict();

        assertThat(verdict.firstFailures()).extracting(FailingNode::nodeName).containsExactly("Treatment Share");
        assertThat(verdict.firstFailures().getFirst().isFromText()).isTrue();
        blames(given, "market_share of Treatment Share");
        assertThat(verdict.causes().getFirst().evidence())
                .anySatisfy(row -> assertThat(row.logKeys()).contains(100L));
    }

    @Test
    void each_innocent_is_cleared_with_its_reason() {
        var given = new Given().failed(SHARE, "shares sum to 1.8, must be at most 1");
        given.changed(SHARE, "{\"market_share\":0.1}", "{\"market_share\":0.9}", 90);
        Change later = given.changed(SHARE, "{\"peak\":0.1}", "{\"peak\":0.9}", -10);
        later.isUsed = false;
        given.changed(PRICE, "{\"p\":1}", "{\"p\":2}", 5);
        given.changed(PATIENTS, "{\"relapse\":0.1}", "{\"relapse\":0.3}", 2).passedHere = 6;
        given.rewrites.add(new scenariorca.diagnosis.evidence.InputRewrite(
                POPULATION, new java.util.UUID(3, 77), true, true, "jdoe", RUN_AT.minusSeconds(60)));

        Verdict verdict = given.verdict();

        assertThat(verdict.cleared())
                .extracting(Cleared::reason)
                .containsExactlyInAnyOrder(
                        ClearReason.AFTER_RUN_START,
                        ClearReason.NOT_UPSTREAM,
                        ClearReason.PASSED_ELSEWHERE,
                        ClearReason.NO_REAL_CHANGE);
        assertThat(verdict.cleared())
                .extracting(Cleared::text)
                .contains(
                        "changed 10 minutes after the run began",
                        "Treatment Share is not computed from Price",
                        "the same value passed in 6 other runs of this scenario");
        assertThat(verdict.clearedByReason()).containsEntry(ClearReason.NOT_UPSTREAM, 1);
    }

    @Test
    void edits_without_any_evidence_are_not_blamed_and_it_says_what_would_decide() {
        var given = new Given().failed(REVENUE, "calculation failed");
        given.changed(PRICE, "{\"price_per_unit\":100}", "{\"price_per_unit\":110}", 10);
        given.changed(SHARE, "{\"peak_share\":0.2}", "{\"peak_share\":0.25}", 20);

        Verdict verdict = given.verdict();

        assertThat(verdict.causes()).isEmpty();
        assertThat(verdict.verdictClass()).isEqualTo(VerdictClass.UNKNOWN);
        assertThat(verdict.headline()).isEqualTo("Run failed in Revenue: the cause is unknown.");
        assertThat(verdict.wouldDecide())
                .contains("a run with price_per_unit of Price put back to 100 and nothing else changed");
    }

    @Test
    void what_happened_elsewhere_tells_two_equal_edits_apart() {
        var given = new Given().failed(TREATED, "calculation failed");
        given.changed(TREATED, "{\"a_factor\":1.0}", "{\"a_factor\":1.5}", 10).elsewhere =
                new Cooccurrence(1, 0, 5, 60);
        given.changed(TREATED, "{\"b_factor\":1.0}", "{\"b_factor\":1.5}", 10).elsewhere =
                new Cooccurrence(18, 2, 1, 60);
        given.changed(TREATED, "{\"c_factor\":1.0}", "{\"c_factor\":1.5}", 10).elsewhere =
                new Cooccurrence(0, 30, 19, 60);

        assertThat(given.verdict().suspects())
                .filteredOn(suspect -> suspect.verdictClass() == VerdictClass.INPUT)
                .extracting(Suspect::input)
                .containsExactly("b_factor", "a_factor", "c_factor");
    }

    @Test
    void an_edit_of_all_years_is_one_suspect() {
        var given = new Given().failed(SHARE, "market share of 2027 is 1.2, at most 1 is allowed");
        given.changed(
                SHARE,
                "{\"market_share\":[{\"year\":2026,\"value\":0.2},{\"year\":2027,\"value\":0.3}]}",
                "{\"market_share\":[{\"year\":2026,\"value\":0.8},{\"year\":2027,\"value\":1.2}]}",
                30);

        Verdict verdict = given.verdict();

        assertThat(verdict.causes()).hasSize(1);
        assertThat(verdict.causes().getFirst().leaves()).isEqualTo(2);
        assertThat(verdict.headline())
                .contains("market_share[].value (at market_share[year=2027].value) was changed from 0.3 to 1.2");
    }

    @Test
    void a_value_put_right_by_the_next_successful_run_is_the_cause_and_is_observed() {
        var given = new Given().failed(TREATED, "calculation failed");
        given.changed(TREATED, "{\"scale\":1.0}", "{\"scale\":1.5}", 9).recovery = InputChange.Recovery.KEPT;
        Change cause = given.changed(COMPLIANCE, "{\"rate\":0.8}", "{\"rate\":2.4}", 310);
        cause.recovery = InputChange.Recovery.ALTERED;
        cause.peers = new ValueStats(20, 0, 20, 0.8, 0.1, 0.5, 1.0);

        blames(given, "rate of Compliance");
        assertThat(given.verdict().putBack().isObserved()).isTrue();
    }

    static void blames(Given given, String title) {
        Verdict verdict = given.verdict();
        assertThat(verdict.causes())
                .as(() -> verdict.headline() + "\n" + verdict.suspects())
                .extracting(Suspect::title)
                .containsExactly(title);
    }

    static Given outage(Given given) {
        given.spread = new PatternSpread(9, 3, 11, 2, 0.02, 0.12, 12, 10, RUN_AT.minusSeconds(600));
        return given;
    }

    private static List<scenariorca.scenario.NodeEdge> plus(List<scenariorca.scenario.NodeEdge> edges) {
        List<scenariorca.scenario.NodeEdge> more = new java.util.ArrayList<>(edges);
        more.add(new scenariorca.scenario.NodeEdge(SHARE, PATIENTS));
        return more;
    }
}
