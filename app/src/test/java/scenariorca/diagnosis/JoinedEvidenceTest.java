package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static scenariorca.diagnosis.Given.PATIENTS;
import static scenariorca.diagnosis.Given.POPULATION;
import static scenariorca.diagnosis.Given.RUN_AT;
import static scenariorca.diagnosis.Given.SHARE;

import java.util.List;
import org.junit.jupiter.api.Test;
import scenariorca.diagnosis.evidence.PatternSpread;
import scenariorca.diagnosis.evidence.PlatformRelease;
import scenariorca.diagnosis.evidence.SameInputs;

/** Evidence that two facts give together, and evidence that needs no word of any language. */
final class JoinedEvidenceTest {
    private static final String LONG = "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,%s,1]";

    @Test
    void a_longer_horizon_and_the_value_it_reaches_first_are_named_as_what_they_are_together() {
        var given = new Given().failed(SHARE, "result is not finite");
        given.changed(POPULATION, "{\"horizon\":12}", "{\"horizon\":24}", 5);
        sleeping(given, LONG.formatted("1"), LONG.formatted("null"));

        Suspect horizon = suspect(given, "horizon");
        Suspect sleeper = suspect(given, "uptake[]");

        assertThat(shares(horizon)).contains(EvidenceTerm.WAKES);
        assertThat(shares(sleeper)).contains(EvidenceTerm.WOKEN, EvidenceTerm.ASLEEP);
        assertThat(Waking.isPair(horizon, sleeper)).isTrue();
    }

    @Test
    void a_value_the_run_before_had_reached_already_is_no_pair_with_a_longer_horizon() {
        var given = new Given().failed(SHARE, "result is not finite");
        given.changed(POPULATION, "{\"horizon\":15}", "{\"horizon\":24}", 5);
        sleeping(given, LONG.formatted("1"), LONG.formatted("null"));

        assertThat(Waking.isPair(suspect(given, "horizon"), suspect(given, "uptake[]")))
                .isFalse();
    }

    @Test
    void a_share_that_grew_wakes_nothing() {
        var given = new Given().failed(SHARE, "result is not finite");
        given.changed(SHARE, "{\"market_share\":0.1}", "{\"market_share\":0.9}", 5);
        sleeping(given, LONG.formatted("1"), LONG.formatted("null"));

        assertThat(given.verdict().suspects()).extracting(Suspect::input).doesNotContain("uptake[]");
    }

    @Test
    void inputs_that_failed_again_as_they_are_speak_against_a_fluke() {
        var given = new Given().failed(SHARE, "calculation failed");
        double before = fluke(given).score();

        given.same = new SameInputs(0, 3, null);

        assertThat(fluke(given).score()).isLessThan(before);
        assertThat(shares(fluke(given))).contains(EvidenceTerm.SAME_INPUTS_FAILED);
    }

    @Test
    void an_input_that_moved_nothing_when_it_was_changed_before_is_less_suspicious() {
        var given = new Given().failed(SHARE, "calculation failed");
        Change change = given.changed(SHARE, "{\"benchmark\":12}", "{\"benchmark\":1200}", 5);
        double before = suspect(given, "benchmark").score();

        change.inert = 3;

        assertThat(suspect(given, "benchmark").score()).isLessThan(before);
        assertThat(shares(suspect(given, "benchmark"))).contains(EvidenceTerm.INERT);
    }

    @Test
    void a_name_of_nothing_here_and_a_day_before_the_run_speak_for_data_from_outside_in_any_language() {
        for (String error : List.of(
                "連携ファイル crm_snapshot が古いままです（2026-11-18）",
                "plik crm_snapshot z 18.11.2026",
                "crm_snapshot = 20261118")) {
            Suspect upstream = other(new Given().failed(PATIENTS, error), VerdictClass.UPSTREAM);
            assertThat(shares(upstream)).as(error).contains(EvidenceTerm.NAMES_FOREIGN, EvidenceTerm.NAMES_RECENT_DAY);
        }
    }

    @Test
    void own_names_periods_and_days_that_an_input_holds_are_nothing_from_outside() {
        var given =
                new Given().failed(SHARE, "treatment_share of 2031-05-01 below treated_patients; launch 2026-11-18");
        given.changed(SHARE, "{\"launch\":\"2026-12-01\"}", "{\"launch\":\"2026-11-18\"}", 5);

        assertThat(shares(other(given, VerdictClass.UPSTREAM)))
                .doesNotContain(EvidenceTerm.NAMES_FOREIGN, EvidenceTerm.NAMES_RECENT_DAY);
    }

    @Test
    void an_error_that_came_with_a_release_and_struck_several_scenarios_since_speaks_for_the_platform() {
        var given = new Given().failed(SHARE, "must be at most 120");
        given.releases.add(new PlatformRelease("2026.47.0", "engine", RUN_AT.minusSeconds(7_200)));
        given.spread = new PatternSpread(1, 0, 1, 1, 0.02, 0.12, 8, 8, RUN_AT.minusSeconds(3_600));

        assertThat(shares(other(given, VerdictClass.PLATFORM))).contains(EvidenceTerm.NEW_SINCE_RELEASE);

        given.spread = new PatternSpread(1, 0, 1, 1, 0.02, 0.12, 8, 8, RUN_AT.minusSeconds(9_000));

        assertThat(shares(other(given, VerdictClass.PLATFORM))).doesNotContain(EvidenceTerm.NEW_SINCE_RELEASE);
    }

    private static void sleeping(Given given, String before, String after) {
        given.sleeping.addAll(
                new Change(SHARE, "{\"uptake\":" + before + "}", "{\"uptake\":" + after + "}", 3_000, 99).leaves());
    }

    private static Suspect suspect(Given given, String input) {
        return given.verdict().suspects().stream()
                .filter(one -> input.equals(one.input()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(given.verdict().suspects().toString()));
    }

    private static Suspect fluke(Given given) {
        return other(given, VerdictClass.FLUKE);
    }

    private static Suspect other(Given given, VerdictClass verdictClass) {
        return given.verdict().suspects().stream()
                .filter(one -> one.verdictClass() == verdictClass)
                .findFirst()
                .orElseThrow();
    }

    private static List<EvidenceTerm> shares(Suspect suspect) {
        return suspect.evidence().stream().map(EvidenceRow::term).toList();
    }
}
