package scenariorca.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ErrorClassifierTest {
    @Test
    void texts_that_differ_in_numbers_and_ids_are_one_pattern() {
        var classes = ErrorClassifier.standard()
                .classify(List.of(
                        "Treatment Duration: value 130 must be between 1 and 120 months",
                        "Treatment Duration: value 0 must be between 1 and 120 months"));

        assertThat(classes).hasSize(2);
        assertThat(classes.values().stream().distinct()).singleElement().satisfies(only -> {
            assertThat(only.pattern()).contains("value <*> must");
            assertThat(only.category()).isEqualTo(ErrorCategory.VALIDATION);
        });
    }

    @Test
    void one_message_with_another_exception_class_is_another_error_though_no_frame_tells_so() {
        List<String> types = List.of(
                "java.net.ConnectException",
                "java.lang.OutOfMemoryError",
                "java.lang.ArithmeticException",
                "java.util.NoSuchElementException",
                "java.lang.IllegalStateException",
                "java.lang.ClassCastException",
                "java.io.UncheckedIOException",
                "java.time.DateTimeException",
                "java.lang.NullPointerException",
                "java.lang.NumberFormatException");
        var texts = new ArrayList<String>();
        for (String node : List.of("List Price", "Market Share", "Net Revenue", "Gross Value", "Segment Split")) {
            types.forEach(type -> texts.add("Node " + node + " failed\n" + type));
        }

        var classes = ErrorClassifier.standard().classify(texts);

        assertThat(classes.values().stream().map(ErrorClass::fingerprint).distinct())
                .hasSizeGreaterThanOrEqualTo(types.size());
        classes.forEach((text, found) -> assertThat(found.pattern()).contains(text.substring(text.indexOf('\n') + 1)));
        assertThat(classes.get("Node List Price failed\njava.lang.OutOfMemoryError")
                        .category())
                .isEqualTo(ErrorCategory.MEMORY);
        assertThat(classes.get("Node List Price failed\njava.net.ConnectException")
                        .category())
                .isEqualTo(ErrorCategory.NETWORK);
    }

    @Test
    void classes_do_not_depend_on_the_order_or_the_batches_of_texts() {
        List<String> texts = texts();
        Map<String, ErrorClass> expected = ErrorClassifier.standard().classify(texts);
        for (long seed = 1; seed <= 10; seed++) {
            List<String> other = new ArrayList<>(texts);
            Collections.shuffle(other, new Random(seed));
            var classifier = ErrorClassifier.standard();

            classifier.classify(other.subList(0, 20));
            classifier.classify(other);

            assertThat(classifier.classify(texts)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void a_restart_keeps_fingerprints_and_leads_old_ones_to_the_new() {
        String text = "load of alice ended with HTTP 503 after a while";
        var before = ErrorClassifier.standard();
        String early = before.classify(text).fingerprint();

        ErrorClassifier after = ErrorClassifier.resume(before.state());
        assertThat(after.classify(text).fingerprint()).isEqualTo(early);
        for (String name : List.of("bob", "carol", "dave", "erin", "frank")) {
            after.classify("load of " + name + " ended with HTTP 503 after a while");
        }

        ErrorClass late = after.classify(text);
        assertThat(late.pattern()).isEqualTo("load of <*> ended with HTTP <*> after a while [http 503]");
        assertThat(late.fingerprint()).isNotEqualTo(early);
        assertThat(after.aliases().resolve(early)).isEqualTo(late.fingerprint());
        assertThat(ErrorClassifier.resume(after.state()).aliases().resolve(early))
                .isEqualTo(late.fingerprint());
    }

    private static List<String> texts() {
        var texts = new ArrayList<String>();
        for (int number = 0; number < 30; number++) {
            texts.add("share of " + (char) ('a' + number % 26) + "lpha sums to " + number + ", must be at most 1");
            texts.add("HTTP " + (number % 2 == 0 ? 503 : 404) + " for user u" + number);
        }
        return texts;
    }
}
