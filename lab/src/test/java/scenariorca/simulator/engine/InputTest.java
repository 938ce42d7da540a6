package scenariorca.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import scenariorca.platform.Json;

final class InputTest {
    @Test
    void key_order_and_zeros_are_nothing_to_the_hash() {
        Input one = Input.of("a", new BigDecimal("0.10"), "b", List.of(Map.of("year", 2026)));
        Input other = Input.of("b", List.of(Map.of("year", 2026)), "a", new BigDecimal("0.1"));

        assertThat(one.hash()).isEqualTo(other.hash()).hasSize(32);
        assertThat(one.isSame(other)).isTrue();
        assertThat(one.json()).isNotEqualTo(other.json());
        assertThat(one.with("/b/0/year", 2027).hash()).isNotEqualTo(one.hash());
    }

    @Test
    void a_change_at_a_path_leaves_the_rest_alone() {
        Input input = Input.of(
                "values", List.of(Map.of("year", 2026, "value", 1), Map.of("year", 2027, "value", 2)), "unit", "x");

        Input changed = input.with("/values/1/value", 9);

        assertThat(changed.at("/values/1/value")).isEqualTo(BigDecimal.valueOf(9));
        assertThat(changed.at("/values/0/value")).isEqualTo(BigDecimal.ONE);
        assertThat(input.at("/values/1/value")).isEqualTo(BigDecimal.TWO);
        assertThat(input.without("/unit").has("/unit")).isFalse();
        assertThat(input.has("/values/7/value")).isFalse();
    }

    @Test
    void its_text_is_json_whatever_is_typed() {
        Input input = Input.of("note", "quote \" back \\ tab \t bell \u0007 ü", "gone", null, "yes", true);

        assertThat(Json.read(input.json()).get("note").asString()).isEqualTo("quote \" back \\ tab \t bell \u0007 ü");
        assertThat(Json.read(input.json()).get("gone").isNull()).isTrue();
    }
}
