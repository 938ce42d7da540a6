package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static scenariorca.diagnosis.Given.COMPLIANCE;
import static scenariorca.diagnosis.Given.INCIDENCE;
import static scenariorca.diagnosis.Given.PATIENTS;
import static scenariorca.diagnosis.Given.POPULATION;
import static scenariorca.diagnosis.Given.PRICE;
import static scenariorca.diagnosis.Given.REVENUE;
import static scenariorca.diagnosis.Given.RUN_AT;
import static scenariorca.diagnosis.Given.SHARE;
import static scenariorca.diagnosis.Given.TREATED;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import scenariorca.comparison.Baseline;
import scenariorca.comparison.OutputDelta;
import scenariorca.diagnosis.evidence.ConfirmedCause;
import scenariorca.diagnosis.evidence.EarlierCalc;
import scenariorca.diagnosis.evidence.NodeOutput;
import scenariorca.diagnosis.evidence.PatternSpread;
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
        assertThat(verdict.lineup().cleared()).extracting(Cleared::reason).containsExactly(ClearReason.NOT_UPSTREAM);
        assertThat(verdict.remedy().putBack().text()).isEqualTo("set market_share of Treatment Share back to 0.10");
    }

    @Test
    void what_people_confirmed_of_this_error_speaks_for_that_input_and_no_other() {
        var given = new Given().failed(SHARE, "calculation failed");
        given.changed(
                SHARE,
                "{\"market_share\":0.10,\"growth_rate\":0.02}",
                "{\"market_share\":0.12,\"growth_rate\":0.03}",
                13);
        double before = given.verdict().suspects().stream()
                .filter(suspect -> "growth_rate".equals(suspect.input()))
                .findFirst()
                .orElseThrow()
                .score();

        given.confirmed.add(new ConfirmedCause("input", SHARE, "growth_rate", 2));
        given.confirmed.add(new ConfirmedCause("input", PRICE, "market_share", 5));

        Suspect first = given.verdict().suspects().getFirst();
        assertThat(first.input()).isEqualTo("growth_rate");
        assertThat(first.score() - before).isBetween(1.0, 2.0);
        assertThat(first.evidence()).extracting(EvidenceRow::term).contains(EvidenceTerm.CONFIRMED_BEFORE);
        assertThat(given.verdict().suspects().get(1).evidence())
                .extracting(EvidenceRow::term)
                .doesNotContain(EvidenceTerm.CONFIRMED_BEFORE);
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
        given.outputs.add(
                new NodeOutput(SHARE, "without events", new OutputDelta(4.6, 0.01, OutputDelta.Kind.MOVED), 0.05));

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
        assertThat(given.verdict().remedy().putBack().text()).isEqualTo("set price_per_unit of Price back to 100");
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
                .startsWith("Run timed out in Revenue: ")
                .contains("end_year of Population");
        assertThat(given.verdict().suspects().getFirst().title()).isEqualTo("end_year of Population");
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
        assertThat(verdict.remedy().putBack().isEither()).isTrue();
    }

    @Test
    void a_cause_typed_several_runs_ago_is_found_behind_the_edits_that_tried_to_mend_it() {
        var given = new Given().failed(TREATED, "calculation failed");
        given.baseline = Given.baseline(Baseline.Kind.LAST_SUCCESS, 4, RUN_AT.minus(Duration.ofMinutes(300)));
        given.changed(COMPLIANCE, "{\"rate\":0.8}", "{\"rate\":8}", 310).peers(0.8, 0.1, 0.5, 1);
        given.changed(SHARE, "{\"peak_share\":0.2}", "{\"peak_share\":20}", 100).peers(0.3, 0.1, 0.1, 0.6);
        given.changed(TREATED, "{\"scale\":1.0}", "{\"scale\":100}", 2).peers(1, 0.1, 0.8, 1.3);
        for (int minutes : new int[] {300, 200, 50}) {
            given.earlier.add(new EarlierCalc(
                    Given.run(minutes),
                    RUN_AT.minus(Duration.ofMinutes(minutes)),
                    TREATED,
                    "without events",
                    RunOutcome.FAILED,
                    "f1"));
        }

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
        assertThat(given.verdict().place().baselineReason()).startsWith("no earlier success of this scenario");
    }

    /** It is suspected first, and nothing else is named the cause. */
    static void blames(Given given, String title) {
        Verdict verdict = given.verdict();
        assertThat(verdict.suspects().getFirst().title())
                .as(() -> verdict.headline() + "\n" + verdict.suspects())
                .isEqualTo(title);
        assertThat(verdict.causes()).extracting(Suspect::title).isSubsetOf(title);
    }

    static Given outage(Given given) {
        given.spread = new PatternSpread(9, 3, 11, 2, 0.02, 0.12, 12, 10, RUN_AT.minusSeconds(600));
        return given;
    }
}
