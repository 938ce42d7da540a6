package scenariorca.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import scenariorca.diagnosis.EvidenceTerm;
import scenariorca.diagnosis.VerdictClass;
import scenariorca.diagnosis.Weights;

final class CalibrationTest {
    private static final List<String> DOMAINS = List.of("port", "water", "airline", "pharma");

    @Test
    void evidence_that_is_always_right_lets_a_cause_be_named_at_even_odds() {
        Weights fitted = fitted(1.0);

        assertThat(fitted.settings().get(Weights.Setting.NAME)).isLessThan(0.7);
    }

    @Test
    void evidence_that_errs_once_in_five_lets_none_be_named_below_what_it_never_reaches() {
        Weights fitted = fitted(0.8);

        assertThat(fitted.settings().get(Weights.Setting.NAME)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void what_is_likelier_stays_likelier_and_the_worse_the_evidence_the_flatter_the_line() {
        Weights sound = fitted(1.0);
        Weights poor = fitted(0.6);

        assertThat(poor.settings().get(Weights.Setting.SLOPE)).isPositive();
        assertThat(expected(poor)).isLessThan(expected(sound));
    }

    /** The probability of a suspect that outweighs the other three times in four. */
    private static double expected(Weights weights) {
        double odds = weights.settings().get(Weights.Setting.SLOPE) * Math.log(3)
                + weights.settings().get(Weights.Setting.OFFSET);
        return 1 / (1 + Math.exp(-odds));
    }

    /** Runs of four domains with two suspects each; the one at the failure is guilty so often. */
    private static Weights fitted(double rightShare) {
        var random = new Random(11);
        var cases = new ArrayList<FitCase>();
        for (int number = 0; number < 160; number++) {
            boolean isRight = random.nextDouble() < rightShare;
            cases.add(new FitCase(
                    DOMAINS.get(number % DOMAINS.size()),
                    List.of(
                            suspect(isRight, Map.of(EvidenceTerm.AT_FAILURE, 1.0)),
                            suspect(!isRight, Map.of(EvidenceTerm.CROWD, 0.5)))));
        }
        return new Calibration(Weights.standard()).fit(cases);
    }

    private static FitCase.Suspect suspect(boolean isGuilty, Map<EvidenceTerm, Double> terms) {
        return new FitCase.Suspect(VerdictClass.INPUT, isGuilty, terms);
    }
}
