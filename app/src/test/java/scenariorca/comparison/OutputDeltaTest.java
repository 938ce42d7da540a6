package scenariorca.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OutputDeltaTest {
    @Test
    void what_is_the_same_did_not_move() {
        assertThat(between("[\"persons\", 2026, 10, 2027, 11.5]", "[\"persons\", 2026, 10, 2027, 11.5]"))
                .isEqualTo(new OutputDelta(0, null, OutputDelta.Kind.SAME));
    }

    @Test
    void a_factor_is_found_whatever_stays() {
        OutputDelta delta = between("[2026, 10, 2027, 20]", "[2026, 10000, 2027, 20000]");

        assertThat(delta.factor()).isEqualTo(1000);
        assertThat(delta.kind()).isEqualTo(OutputDelta.Kind.MOVED);
        assertThat(delta.movement()).isGreaterThan(2);
    }

    @Test
    void a_jump_at_one_period_counts_though_all_others_stand_still() {
        assertThat(between("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 90]")
                        .movement())
                .isGreaterThan(1);
    }

    @Test
    void nonsense_is_told_by_its_kind() {
        assertThat(between("[1, 2]", "[1, -2]").kind()).isEqualTo(OutputDelta.Kind.SIGN);
        assertThat(between("[1, 2]", "[1, null]").kind()).isEqualTo(OutputDelta.Kind.NOT_FINITE);
        assertThat(between("[1, 2]", "[1, \"NaN\"]").kind()).isEqualTo(OutputDelta.Kind.NOT_FINITE);
        assertThat(between("[1, 2]", "[]").kind()).isEqualTo(OutputDelta.Kind.EMPTY);
        assertThat(between("[1, 2]", "[1, 2, 3]").kind()).isEqualTo(OutputDelta.Kind.LENGTH);
    }

    @Test
    void of_a_long_output_beginning_and_end_are_compared() {
        assertThat(between("[1, 2, 3, 45…77, 8, 9]", "[1, 2, 3, 46…71, 8, 9]").movement())
                .isZero();
        assertThat(between("[1, 2, 3, 45…77, 8, 9]", "[1, 2, 3, 45…77, 8, 90]").factor())
                .isEqualTo(10);
    }

    @Test
    void no_text_makes_it_fail() {
        assertThat(between("[1, \"a, \\\" b\", tru", "…").kind()).isEqualTo(OutputDelta.Kind.EMPTY);
        assertThat(between("[1e999, -, 5]", "[1, 2, 5]").movement()).isPositive();
    }

    private static OutputDelta between(String before, String after) {
        return OutputDelta.between(OutputLeaves.of(before), OutputLeaves.of(after));
    }
}
