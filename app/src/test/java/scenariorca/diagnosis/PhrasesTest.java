package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PhrasesTest {
    @Test
    void a_length_is_told_to_two_units_and_never_cut_off() {
        assertThat(Phrases.length(58.6)).isEqualTo("59 s");
        assertThat(Phrases.length(59.6)).isEqualTo("1 min");
        assertThat(Phrases.length(176)).isEqualTo("2 min 56 s");
        assertThat(Phrases.length(3_599.7)).isEqualTo("1 h");
        assertThat(Phrases.length(7_290)).isEqualTo("2 h 2 min");
    }
}
