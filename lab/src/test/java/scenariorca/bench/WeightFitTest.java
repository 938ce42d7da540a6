package scenariorca.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import scenariorca.diagnosis.Curve;
import scenariorca.diagnosis.EvidenceTerm;
import scenariorca.diagnosis.VerdictClass;
import scenariorca.diagnosis.Weights;

final class WeightFitTest {
    private static final Weights NOTHING = new Weights(Map.of(), Map.of(), Map.of());

    @Test
    void a_term_that_the_guilty_have_weighs_more_than_one_that_all_have() {
        Weights fitted = new WeightFit(NOTHING).fit(cases(60));

        Map<EvidenceTerm, Curve> input = fitted.terms().get(VerdictClass.INPUT);
        assertThat(input.get(EvidenceTerm.AT_FAILURE).whole()).isGreaterThan(2);
        assertThat(input.get(EvidenceTerm.OUTSIDE_PEERS).whole()).isLessThan(1);
    }

    @Test
    void no_weight_has_the_wrong_sign_whatever_the_cases_say() {
        List<FitCase> misleading = List.of(new FitCase(
                "port",
                List.of(
                        suspect(true, Map.of(EvidenceTerm.OUTPUT_STILL, 1.0)),
                        suspect(false, Map.of(EvidenceTerm.TEXT_NAMES_KEY, 1.0)))));

        Weights fitted = new WeightFit(NOTHING).fit(Collections.nCopies(200, misleading.getFirst()));

        fitted.terms()
                .forEach((verdictClass, terms) ->
                        terms.forEach((term, curve) -> assertThat(List.of(curve.early(), curve.even(), curve.late()))
                                .as(term.word())
                                .allMatch(part -> part * term.sign() >= 0)));
        assertThat(fitted.terms()
                        .get(VerdictClass.INPUT)
                        .get(EvidenceTerm.OUTPUT_STILL)
                        .whole())
                .isCloseTo(0, within(0.01));
    }

    @Test
    void the_same_cases_give_the_same_table_and_a_few_leave_what_is_believed() {
        List<FitCase> cases = cases(2);

        Weights once = new WeightFit(NOTHING).fit(cases);

        assertThat(new WeightFit(NOTHING).fit(cases).written("x")).isEqualTo(once.written("x"));
        assertThat(once.terms()
                        .get(VerdictClass.INPUT)
                        .get(EvidenceTerm.AT_FAILURE)
                        .whole())
                .isBetween(EvidenceTerm.AT_FAILURE.belief(), 2 * EvidenceTerm.AT_FAILURE.belief());
    }

    @Test
    void a_term_no_case_shows_stays_what_it_was_and_a_case_without_its_guilty_teaches_nothing() {
        var start = new Weights(
                Map.of(VerdictClass.MODEL, 0.5),
                Map.of(VerdictClass.MODEL, Map.of(EvidenceTerm.CYCLE_IN_GRAPH, new Curve(0, 2.5, 0))),
                Map.of());
        List<FitCase> innocent =
                List.of(new FitCase("port", List.of(suspect(false, Map.of(EvidenceTerm.AT_FAILURE, 1.0)))));

        Weights fitted = new WeightFit(start).fit(innocent);

        assertThat(fitted).isEqualTo(start);
    }

    @Test
    void what_counts_only_where_most_of_it_is_there_is_learned_as_such() {
        var cases = new ArrayList<FitCase>();
        for (int number = 0; number < 200; number++) {
            double traces = number % 10 / 20.0;
            cases.add(new FitCase(
                    "port",
                    List.of(
                            suspect(false, Map.of(EvidenceTerm.OUTSIDE_PEERS, Math.max(0.05, traces))),
                            suspect(false, Map.of()),
                            suspect(true, Map.of(EvidenceTerm.OUTSIDE_PEERS, 1.0)))));
        }

        Curve curve = new WeightFit(NOTHING)
                .fit(cases)
                .terms()
                .get(VerdictClass.INPUT)
                .get(EvidenceTerm.OUTSIDE_PEERS);

        assertThat(curve.late()).isGreaterThan(curve.early());
        assertThat(curve.worth(0.5)).isLessThan(curve.worth(1) / 2);
    }

    /** The guilty sits at the failure; being outside what peers use is as usual among the innocent. */
    private static List<FitCase> cases(int count) {
        var random = new Random(7);
        var cases = new ArrayList<FitCase>();
        for (int number = 0; number < count; number++) {
            Map<EvidenceTerm, Double> guilty = random.nextBoolean()
                    ? Map.of(EvidenceTerm.AT_FAILURE, 1.0, EvidenceTerm.OUTSIDE_PEERS, 1.0)
                    : Map.of(EvidenceTerm.AT_FAILURE, 1.0);
            Map<EvidenceTerm, Double> innocent =
                    random.nextBoolean() ? Map.of(EvidenceTerm.OUTSIDE_PEERS, 1.0) : Map.of();
            cases.add(new FitCase("port", List.of(suspect(false, innocent), suspect(true, guilty))));
        }
        return cases;
    }

    private static FitCase.Suspect suspect(boolean isGuilty, Map<EvidenceTerm, Double> terms) {
        return new FitCase.Suspect(VerdictClass.INPUT, isGuilty, terms);
    }
}
