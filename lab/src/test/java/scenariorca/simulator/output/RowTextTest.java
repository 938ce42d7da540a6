package scenariorca.simulator.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scenariorca.platform.Json;
import tools.jackson.databind.JsonNode;

@DisplayName("A row in COPY's text format")
final class RowTextTest {
    private final RowText row = new RowText();

    @Test
    void fields_are_parted_by_tabs_and_specials_escaped() {
        row.add("a\tb\\c\nd").nothing().add(true).add(-42).add((String) null).add("é");

        assertThat(text()).isEqualTo("a\\tb\\\\c\\nd\t\\N\tt\t-42\t\\N\té\n");
    }

    @Test
    void ids_and_times_read_as_those_of_the_library() {
        var random = new Random(5);
        var format = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS'+00'").withZone(ZoneOffset.UTC);
        for (int i = 0; i < 20_000; i++) {
            var id = new UUID(random.nextLong(), random.nextLong());
            Instant time = Instant.ofEpochMilli(random.nextLong(0, 7_000_000_000_000L));

            row.add(id).add(time);

            assertThat(text()).isEqualTo(id + "\t" + format.format(time) + "\n");
        }
    }

    @Test
    void results_are_json_close_to_the_numbers() {
        var random = new Random(6);
        for (int i = 0; i < 5_000; i++) {
            double value = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(-4, 18));

            row.add("patients", 2026, new double[] {value, 0, -0.5});

            JsonNode json = Json.read(text());
            assertThat(json.get("unit").asString()).isEqualTo("patients");
            JsonNode first = json.get("values").get(0);
            assertThat(first.get("year").asInt()).isEqualTo(2026);
            double tolerance = Math.max(1e-6, Math.abs(value) * 1e-3);
            assertThat(first.get("value").asDouble()).isCloseTo(value, org.assertj.core.data.Offset.offset(tolerance));
            assertThat(json.get("values").get(2).get("value").asDouble()).isEqualTo(-0.5);
        }
    }

    @Test
    void a_result_of_thousands_of_years_is_cut() {
        row.add("year", 2026, new double[20_000]);

        assertThat(Json.read(text()).get("values")).hasSize(60);
    }

    private String text() {
        return new String(row.take(), StandardCharsets.UTF_8);
    }
}
