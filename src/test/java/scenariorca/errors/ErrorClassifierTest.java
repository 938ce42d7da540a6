package scenariorca.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
