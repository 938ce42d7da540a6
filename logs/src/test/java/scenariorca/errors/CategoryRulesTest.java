package scenariorca.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class CategoryRulesTest {
    private static final CategoryRules RULES = CategoryRules.standard();

    @TestFactory
    List<DynamicTest> the_corpus_is_categorised_as_written() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CategoryRulesTest.class.getResourceAsStream("/errors/categories-corpus.tsv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .map(columns -> DynamicTest.dynamicTest(
                            columns[1],
                            () -> assertThat(RULES.decide(columns[1]))
                                    .as(columns[1])
                                    .extracting(decision -> decision.category().word())
                                    .isEqualTo(columns[0])))
                    .toList();
        }
    }

    @Test
    void the_exception_decides_before_the_code_and_the_code_before_the_words() {
        assertThat(RULES.decide("java.net.UnknownHostException after HTTP 503: validation failed")
                        .rule())
                .isEqualTo("exception.network");
        assertThat(RULES.decide("HTTP 503: validation failed").rule()).isEqualTo("http.dependency");
        assertThat(RULES.decide("validation failed").rule()).isEqualTo("words.validation");
    }

    @Test
    void the_root_cause_decides_before_what_wraps_it() {
        assertThat(RULES.decide("com.acme.ValidationException: x\nCaused by: java.lang.OutOfMemoryError: heap")
                        .category())
                .isEqualTo(ErrorCategory.MEMORY);
    }

    @Test
    void codes_keep_errors_apart_that_share_a_message() {
        var classes = ErrorClassifier.standard()
                .classify(List.of(
                        "request failed with HTTP 404",
                        "request failed with HTTP 503",
                        "request failed with HTTP  503"));

        assertThat(classes.values().stream().map(ErrorClass::category))
                .containsExactly(ErrorCategory.NOT_FOUND, ErrorCategory.DEPENDENCY, ErrorCategory.DEPENDENCY);
        assertThat(classes.values().stream().map(ErrorClass::fingerprint).distinct())
                .hasSize(2);
    }

    @Test
    void a_wrong_rule_is_named_by_its_line() {
        assertThatThrownBy(() -> CategoryRules.parse(List.of("# fine", "words\tx\tnonsense\tabc")))
                .hasMessageContaining("line 2")
                .hasMessageContaining("nonsense");
        assertThatThrownBy(() -> CategoryRules.parse(List.of("words\tx\ttimeout\t(")))
                .hasMessageContaining("line 1");
    }

    @Test
    void hostile_texts_are_categorised_in_reasonable_time() {
        var random = new Random(8);
        String[] parts = {
            "no ",
            "value ",
            "is ",
            "missing ",
            "a",
            ".",
            "Error",
            "at ",
            "\n",
            "timeout ",
            "the ",
            "Exception",
            "$",
            "404 ",
            "not "
        };
        for (int round = 0; round < 300; round++) {
            var text = new StringBuilder();
            while (text.length() < 10_000) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            long start = System.nanoTime();
            RULES.decide(text.toString());
            assertThat(System.nanoTime() - start).as("nanoseconds for %s", text).isLessThan(2_000_000_000L);
        }
    }
}
