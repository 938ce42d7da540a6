package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scenariorca.comparison.JsonDifference;
import scenariorca.comparison.LeafChange;
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
                "must be between 1 and 120 months   | 24   | 240",
                "Wert 1,2 liegt über 1,0            | 0.5  | 1.2",
                "value <= 50 expected               | 50   | 51",
                "E-4017 (1.5)                       | 1.2  | 3",
                "must be greater than 0             | 5    | -1"
            })
    void a_number_between_the_values_is_one_the_change_crossed(String text, String before, String after) {
        assertThat(NumberMatch.crossed(Words.of(text), leaf(before, after))).isNotNull();
        assertThat(NumberMatch.crossed(Words.of(text), leaf("7000", "8000"))).isNull();
    }

    @Test
    void a_ratio_a_difference_and_a_percentage_follow_from_a_change() {
        assertThat(NumberMatch.derived(Words.of("growth factor 37.5 implausible"), leaf("0.02", "0.75")))
                .isEqualTo(1);
        assertThat(NumberMatch.derived(Words.of("delta of 1234.5"), leaf("1000", "2234.5")))
                .isEqualTo(1);
        assertThat(NumberMatch.derived(Words.of("nothing of the kind 17.25"), leaf("1000", "2234.5")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Arbeitsspeicher reicht nicht: nicht genug Speicher | MEMORY",
                "java.lang.OutOfMemoryError                         | MEMORY",
                "la mémoire est insuffisante : mémoire insuffisante | MEMORY",
                "メモリが不足しています                                  | MEMORY",
                "La división por cero no está definida              | ZERO",
                "le fichier prix.csv est en retard                  | FEED",
                "得意先ファイルが未着です                                 | LATE",
                "SQLSTATE 40P01                                     | LOCK"
            })
    void errors_are_understood_in_several_languages(String text, WordKind kind) {
        assertThat(WordList.standard().in(text)).containsKey(kind);
    }

    @Test
    void a_word_is_no_beginning_of_another_unless_it_is_long_enough_to_tell() {
        assertThat(WordList.standard().in("information about the tagger")).doesNotContainKeys(WordKind.LARGE);
        assertThat(WordList.standard().in("")).isEmpty();
    }

    private static LeafChange leaf(String before, String after) {
        return JsonDifference.betweenTexts("{\"k\":" + before + "}", "{\"k\":" + after + "}")
                .changes()
                .getFirst();
    }
}
