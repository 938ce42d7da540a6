package scenariorca.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RisksTest {
    @Test
    void the_table_of_weights_names_every_term_and_each_speaks_its_own_way() {
        RiskWeights weights = RiskWeights.standard();

        assertThat(weights.terms().keySet()).containsExactlyInAnyOrder(RiskTerm.values());
        weights.terms()
                .forEach((term, weight) ->
                        assertThat(weight * term.sign()).as(term.word()).isGreaterThanOrEqualTo(0));
        assertThat(weights.terms().values()).anyMatch(weight -> weight > 0).anyMatch(weight -> weight < 0);
        assertThat(RiskWeights.parse(weights.table("# head\n")))
                .usingRecursiveComparison()
                .withComparatorForType((one, other) -> Math.abs(one - other) < 1e-3 ? 0 : 1, Double.class)
                .isEqualTo(weights);
    }

    @Test
    void more_of_anything_speaks_one_way_only() {
        RiskWeights weights = RiskWeights.standard();
        Map<RiskTerm, Double> strengths = new EnumMap<>(RiskTerm.class);
        double before = weights.probability(strengths);
        for (RiskTerm term : RiskTerm.values()) {
            strengths.put(term, 1.0);
            double now = weights.probability(strengths);
            assertThat((now - before) * term.sign()).as(term.word()).isGreaterThanOrEqualTo(0);
            assertThat(now).isBetween(0.0, 1.0);
            before = now;
        }
    }

    @Test
    void a_line_of_the_table_that_is_too_short_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RiskWeights.parse("term\tweight\noutside"))
                .withMessageContaining("outside");
    }
}
