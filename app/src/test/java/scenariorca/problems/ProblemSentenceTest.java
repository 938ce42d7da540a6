package scenariorca.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProblemSentenceTest {
    @Test
    void an_input_to_blame_is_named_with_its_node_where_that_is_not_the_one_that_fails() {
        assertThat(of("share of Treatment Share")).isEqualTo("A changed share makes Treatment Share fail: too much");
        assertThat(of("price of List Price"))
                .isEqualTo("A changed price of List Price makes Treatment Share fail: too much");
        assertThat(of("")).isEqualTo("A typed value makes Treatment Share fail: too much");
    }

    private static String of(String input) {
        return ProblemSentence.of("failure", "input", "Treatment Share", input, "too much");
    }
}
