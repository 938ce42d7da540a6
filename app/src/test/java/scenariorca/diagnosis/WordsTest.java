package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scenariorca.scenario.ModelNode;
import scenariorca.scenario.NodeGraph;

final class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "market_share=0.90                       | 0.9",
                "share is 90%                            | 0.9",
                "share is 90 percent                     | 0.9",
                "sums to 1.3500000000000001              | 1.35",
                "got -1,200.50 patients                  | -1200.5",
                "value:0.9,                              | 0.9",
                "price €99.50.                           | 99.5",
                "took 120s or 240 months                 | 240",
                "limit 1e-7                              | 1E-7",
                "['0.9']                                 | 0.9"
            })
    void a_number_is_read_however_it_is_written(String text, String number) {
        assertThat(Words.of(text).numbers()).contains(Words.spelling(new BigDecimal(number)));
    }

    @Test
    void ids_times_and_names_with_digits_are_no_numbers() {
        Words words =
                Words.of("run 3fa85f64-5717-4562-b3fc-2c963f66afa6 at 2026-11-20T10:52:03.120Z node x12 v2 line 2L");

        assertThat(words.numbers()).isEmpty();
        assertThat(words.tokens()).contains("x12", "v2", "2l");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "marketShare must not exceed 1           | market_share",
                "Market shares sum to 1.35               | market-share",
                "TREATMENT SHARE: invalid                | Treatment Share",
                "field 'price_per_unit' missing          | price_per_unit",
                "Line 2 Share failed                     | Line 2 Share",
                "therapies differ                        | therapy"
            })
    void a_name_is_found_however_it_is_written(String text, String name) {
        assertThat(Words.of(text).holds(Words.of(name))).isTrue();
        assertThat(Words.of("something else").holds(Words.of(name))).isFalse();
    }

    @Test
    void the_longest_name_of_a_node_wins() {
        var share = new ModelNode(Given.node(1), "Share", false);
        var treatmentShare = new ModelNode(Given.node(2), "Treatment Share", false);
        var second = new ModelNode(Given.node(3), "Treatment Share 2", false);
        var names = new NodeNames(new NodeGraph(java.util.List.of(share, treatmentShare, second), java.util.List.of()));

        assertThat(names.in(Words.of("treatment_share failed"))).containsExactly(Given.node(2));
        assertThat(names.in(Words.of("Treatment Share 2 failed"))).containsExactly(Given.node(3));
        assertThat(names.in(Words.of("Share and Treatment Share"))).isEqualTo(Set.of(Given.node(1), Given.node(2)));
        assertThat(names.in(Words.of("shared " + new UUID(0, 1)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "must be between 1 and 120 months        | 240 | 120 | 1 to 120",
                "must be in [0, 1]                       | 1.2 | 0.5 | 0 to 1",
                "must be in the range 0..1               | -1  | 1   | 0 to 1",
                "must not exceed 1                       | 1.1 | 1   | at most 1",
                "exceeds the maximum of 100%             | 1.1 | 1   | at most 1",
                "must be less than or equal to 10        | 11  | 10  | at most 10",
                "value <= 50 expected                    | 51  | 50  | at most 50",
                "must be at least 1                      | 0   | 1   | at least 1",
                "must be greater than 0                  | -1  | 1   | at least 0",
                "must not be negative                    | -1  | 0   | at least 0",
                "must be positive                        | 0   | 0.1 | more than 0",
                "120 is above 100                        | 101 | 100 | at most 100"
            })
    void a_limit_an_error_states_is_read(String text, BigDecimal outside, BigDecimal inside, String described) {
        assertThat(StatedLimit.in(text)).extracting(StatedLimit::described).contains(described);
        assertThat(StatedLimit.in(text)).anySatisfy(limit -> {
            assertThat(limit.allows(outside)).isFalse();
            assertThat(limit.allows(inside)).isTrue();
        });
    }

    @Test
    void an_error_without_a_limit_states_none() {
        assertThat(StatedLimit.in("calculation failed for 3 of 12 nodes")).isEmpty();
        assertThat(StatedLimit.in("")).isEmpty();
    }
}
