package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static scenariorca.diagnosis.DiagnosisTest.blames;
import static scenariorca.diagnosis.Given.COMPLIANCE;
import static scenariorca.diagnosis.Given.FOOTNOTE;
import static scenariorca.diagnosis.Given.PATIENTS;
import static scenariorca.diagnosis.Given.POPULATION;
import static scenariorca.diagnosis.Given.PRICE;
import static scenariorca.diagnosis.Given.REVENUE;
import static scenariorca.diagnosis.Given.RUN_AT;
import static scenariorca.diagnosis.Given.SHARE;
import static scenariorca.diagnosis.Given.TREATED;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import scenariorca.diagnosis.evidence.Cooccurrence;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.InputRewrite;
import scenariorca.diagnosis.evidence.PastFix;
import scenariorca.diagnosis.evidence.ValueStats;

/** What a verdict says beside the cause: the cleared, what would decide, what misleads nobody. */
final class VerdictTest {
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
    void what_helped_at_a_node_is_advice_where_the_model_has_it_or_one_of_its_name() {
        var given = new Given().failed(SHARE, "shares sum to 1.8, must be at most 1");
        given.recoveries = 9;
        given.fixes.add(new PastFix(Given.node(99), "Dosing", "units_per_pack", InputChange.Direction.RAISED, 4, 28.0));
        given.fixes.add(new PastFix(Given.node(98), "", "cost", InputChange.Direction.LOWERED, 3, null));
        given.fixes.add(new PastFix(Given.node(97), "Treatment Share", "peak", InputChange.Direction.LOWERED, 2, null));
        given.fixes.add(new PastFix(PRICE, "renamed since", "unit", InputChange.Direction.CHANGED, 1, null));

        assertThat(given.verdict().remedy().fixes())
                .extracting(Fix::text)
                .containsExactly(
                        "of 9 recoveries, 2 lowered peak of Treatment Share",
                        "of 9 recoveries, 1 changed unit of renamed since");
    }

    @Test
    void what_helped_elsewhere_is_no_advice_where_it_stands_as_it_did_and_something_that_changed_has_a_cure() {
        var given = new Given().failed(SHARE, "shares sum to 1.8, must be at most 1");
        given.changed(SHARE, "{\"market_share\":0.1}", "{\"market_share\":0.9}", 90);
        given.recoveries = 9;
        given.fixes.add(new PastFix(PRICE, "Price", "unit", InputChange.Direction.LOWERED, 4, null));
        given.fixes.add(
                new PastFix(Given.node(97), "Treatment Share", "market_share", InputChange.Direction.LOWERED, 2, null));

        assertThat(given.verdict().remedy().fixes())
                .extracting(Fix::text)
                .containsExactly("of 9 recoveries, 2 lowered market_share of Treatment Share");
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
        given.rewrites.add(new InputRewrite(POPULATION, new UUID(3, 77), true, true, "jdoe", RUN_AT.minusSeconds(60)));

        Verdict verdict = given.verdict();

        assertThat(verdict.lineup().cleared())
                .extracting(Cleared::reason)
                .containsExactlyInAnyOrder(
                        ClearReason.AFTER_RUN_START,
                        ClearReason.NOT_UPSTREAM,
                        ClearReason.PASSED_ELSEWHERE,
                        ClearReason.NO_REAL_CHANGE);
        assertThat(verdict.lineup().cleared())
                .extracting(Cleared::text)
                .contains(
                        "changed 10 minutes after the run began",
                        "Treatment Share is not computed from Price",
                        "the same value passed in 6 other runs of this scenario");
        assertThat(verdict.lineup().clearedByReason()).containsEntry(ClearReason.NOT_UPSTREAM, 1);
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
        assertThat(verdict.remedy().wouldDecide())
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
        assertThat(given.verdict().remedy().putBack().isObserved()).isTrue();
    }
}
