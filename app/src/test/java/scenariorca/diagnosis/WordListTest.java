package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordListTest {
    @ParameterizedTest
    @CsvSource({
        "lock wait timeout exceeded; try restarting transaction, LOCK",
        "insufficient memory to sort 4 columns, MEMORY",
        "java.sql.SQLTransientException: pool timeout exceeded, NETWORK",
        "connection refused: maximum reached, NETWORK",
        "disk quota exceeded, DISK",
        "スロットリング上限, THROTTLE",
    })
    void what_a_machine_has_too_much_or_too_little_of_is_no_value(String text, WordKind machine) {
        assertThat(WordList.standard().in(text))
                .containsKey(machine)
                .doesNotContainKeys(WordKind.LARGE, WordKind.SMALL);
    }

    @ParameterizedTest
    @CsvSource({
        "demand of 1400 exceeds 900, LARGE",
        "Beds 12 is below 40; connection closed, SMALL",
        "connection reset by peer while price was too large, LARGE",
    })
    void a_value_that_is_too_much_or_too_little_is_one_beside_a_machine_too(String text, WordKind amount) {
        assertThat(WordList.standard().in(text)).containsKey(amount);
    }
}
