package scenariorca.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import scenariorca.preflight.RiskTerm;
import scenariorca.preflight.RiskWeights;

final class RiskFitTest {
    /** Runs that fail as these log-odds say. */
    private static List<Asked> drawn(double prior, double outside, double edits) {
        var dice = new Random(5);
        var asked = new ArrayList<Asked>();
        for (int run = 0; run < 3_000; run++) {
            double far = dice.nextDouble();
            double many = dice.nextDouble();
            double odds = prior + outside * far + edits * many;
            asked.add(new Asked(
                    new AskedRun.Platform(run % 3, "trade " + run % 3),
                    Map.of(RiskTerm.OUTSIDE, far, RiskTerm.MANY_EDITS, many),
                    many > 0.5,
                    dice.nextDouble() < 1 / (1 + Math.exp(-odds)),
                    "input",
                    1_000_000));
        }
        return asked;
    }

    @Test
    void the_weights_by_which_runs_failed_are_found_again() {
        RiskWeights weights = RiskFit.fit(drawn(-2, 3, 1));

        assertThat(weights.prior()).isCloseTo(-2, within(0.4));
        assertThat(weights.terms().get(RiskTerm.OUTSIDE)).isCloseTo(3, within(0.5));
        assertThat(weights.terms().get(RiskTerm.MANY_EDITS)).isCloseTo(1, within(0.4));
        assertThat(weights.terms().get(RiskTerm.SHAPE)).isZero();
    }

    @Test
    void what_goes_with_success_gets_no_weight_rather_than_one_of_the_wrong_sign() {
        assertThat(RiskFit.fit(drawn(0, -2, 1)).terms().get(RiskTerm.OUTSIDE)).isZero();
    }

    @Test
    void figures_of_a_judge_who_knows_are_good_and_of_one_who_guesses_are_not() {
        List<Asked> asked = drawn(-3, 6, 0);

        PreflightFigures knowing = PreflightFigures.leftOut(asked);
        PreflightFigures guessing = PreflightFigures.of(asked, new RiskWeights(0, Map.of()));

        assertThat(knowing.auc()).isGreaterThan(0.8);
        assertThat(knowing.precision()).isGreaterThan(0.8);
        assertThat(knowing.calibration()).isLessThan(0.05);
        assertThat(guessing.auc()).isEqualTo(0.5);
        assertThat(guessing.isOnTarget()).isFalse();
    }
}
