package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static scenariorca.diagnosis.Given.PATIENTS;
import static scenariorca.diagnosis.Given.POPULATION;
import static scenariorca.diagnosis.Given.RUN_AT;
import static scenariorca.diagnosis.Given.SHARE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import scenariorca.diagnosis.evidence.EarlierCalc;
import scenariorca.diagnosis.evidence.GraphChange;
import scenariorca.diagnosis.evidence.PatternSpread;
import scenariorca.scenario.RunOutcome;

/** What earlier failures of the scenario tell, and how old the error is. */
final class EarlierEvidenceTest {
    @Test
    void what_the_failing_node_passed_with_in_an_earlier_failed_run_is_less_suspicious() {
        var given = new Given().failed(SHARE, "calculation failed");
        given.changed(PATIENTS, "{\"rate\":0.1}", "{\"rate\":0.3}", 60);
        given.changed(SHARE, "{\"uptake\":0.1}", "{\"uptake\":0.3}", 5);
        given.earlier.add(earlier(30, RunOutcome.SUCCESS));

        assertThat(terms(given, "rate")).containsKey(EvidenceTerm.NODE_PASSED_WITH);
        assertThat(terms(given, "uptake")).doesNotContainKey(EvidenceTerm.NODE_PASSED_WITH);
    }

    @Test
    void what_was_changed_after_the_node_had_failed_is_less_suspicious() {
        var given = new Given().failed(SHARE, "calculation failed");
        given.changed(PATIENTS, "{\"rate\":0.1}", "{\"rate\":0.3}", 60);
        given.changed(SHARE, "{\"uptake\":0.1}", "{\"uptake\":0.3}", 5);
        given.earlier.add(earlier(30, RunOutcome.FAILED));

        assertThat(terms(given, "uptake")).containsKey(EvidenceTerm.NODE_FAILED_WITHOUT);
        assertThat(terms(given, "rate")).doesNotContainKey(EvidenceTerm.NODE_FAILED_WITHOUT);
    }

    @Test
    void a_calculation_of_another_branch_tells_nothing() {
        var given = new Given().failed(SHARE, "calculation failed");
        given.changed(SHARE, "{\"uptake\":0.1}", "{\"uptake\":0.3}", 60);
        EarlierCalc calc = earlier(30, RunOutcome.SUCCESS);
        given.earlier.add(
                new EarlierCalc(calc.runId(), calc.runStartedAt(), SHARE, "with events", calc.outcome(), null));

        assertThat(terms(given, "uptake")).doesNotContainKey(EvidenceTerm.NODE_PASSED_WITH);
    }

    @Test
    void a_node_that_passed_with_all_that_changed_speaks_for_causes_that_are_no_input() {
        var given = new Given().failed(SHARE, "calculation failed");
        given.changed(PATIENTS, "{\"rate\":0.1}", "{\"rate\":0.3}", 60);
        given.earlier.add(earlier(30, RunOutcome.SUCCESS));

        assertThat(terms(given, VerdictClass.FLUKE)).containsKey(EvidenceTerm.NODE_PASSED_WITH_ALL);

        given.changed(SHARE, "{\"uptake\":0.1}", "{\"uptake\":0.3}", 5);

        assertThat(terms(given, VerdictClass.FLUKE)).doesNotContainKey(EvidenceTerm.NODE_PASSED_WITH_ALL);
    }

    @Test
    void only_an_error_no_older_than_the_publication_speaks_for_the_model() {
        var given = new Given().failed(SHARE, "calculation failed");
        given.graphChanges.add(
                new GraphChange(GraphChange.Kind.MODEL_VERSION, null, null, RUN_AT.minus(Duration.ofHours(2))));
        given.spread = new PatternSpread(0, 0, 0, 0, 0, 0.1, 3, 3, RUN_AT.minus(Duration.ofHours(5)));

        assertThat(terms(given, VerdictClass.MODEL)).doesNotContainKey(EvidenceTerm.NEW_SINCE_PUBLICATION);

        given.spread = new PatternSpread(0, 0, 0, 0, 0, 0.1, 3, 3, RUN_AT.minus(Duration.ofHours(1)));

        assertThat(terms(given, VerdictClass.MODEL)).containsKey(EvidenceTerm.NEW_SINCE_PUBLICATION);
    }

    @Test
    void a_publication_that_may_have_been_before_the_run_compared_with_counts_half() {
        var given = new Given().failed(SHARE, "calculation failed");
        given.changed(POPULATION, "{\"size\":1}", "{\"size\":2}", 5);
        given.graphChanges.add(
                new GraphChange(GraphChange.Kind.MODEL_VERSION, null, null, RUN_AT.minus(Duration.ofDays(2))));

        assertThat(terms(given, VerdictClass.MODEL)).containsEntry(EvidenceTerm.MODEL_PUBLISHED, 0.5);
    }

    private static EarlierCalc earlier(int minutesBefore, RunOutcome outcome) {
        return new EarlierCalc(
                Given.run(5), RUN_AT.minus(Duration.ofMinutes(minutesBefore)), SHARE, "without events", outcome, "f1");
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
