package scenariorca.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import scenariorca.platform.JsonText;

final class CsvTableTest {
    record Line(
            @Nullable String text,
            @Nullable BigDecimal bigNumber,
            @Nullable JsonText json,
            List<String> p95List) {}

    record Moment(Instant happenedAt, boolean isIt) {}

    @Test
    void text_is_quoted_as_rfc_4180_has_it() {
        assertThat(rowOf("plain")).startsWith("plain,");
        assertThat(rowOf("a,b")).startsWith("\"a,b\",");
        assertThat(rowOf("say \"hi\"")).startsWith("\"say \"\"hi\"\"\",");
        assertThat(rowOf("two\nlines")).startsWith("\"two\nlines\",");
        assertThat(rowOf(null)).startsWith(",");
    }

    @Test
    void text_that_a_spreadsheet_would_run_is_defused_and_numbers_are_left_alone() {
        for (String evil : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx")) {
            assertThat(rowOf(evil).replace("\"", "")).as(evil).startsWith("'" + evil);
        }
        assertThat(CsvTable.write(Line.class, List.of(new Line(null, new BigDecimal("-1E+3"), null, List.of()))))
                .contains("\r\n,-1000,,[]\r\n");
    }

    @Test
    void what_commands_a_terminal_or_turns_text_around_is_written_out() {
        assertThat(rowOf("red \u001b[31m \u202egpj.exe \u200f \u2066 bell\u0007 c1\u009b"))
                .startsWith("red \\u001b[31m \\u202egpj.exe \\u200f \\u2066 bell\\u0007 c1\\u009b,");
        assertThat(rowOf("a\tb \u00fc \u05d0\u05d1 \u4e2d \ud83d\ude00"))
                .startsWith("a\tb \u00fc \u05d0\u05d1 \u4e2d \ud83d\ude00,");
    }

    @Test
    void lists_and_json_are_json_and_names_those_of_json() {
        String table =
                CsvTable.write(Line.class, List.of(new Line("x", null, new JsonText("{\"a\": 1}"), List.of("b", "c"))));

        assertThat(table)
                .isEqualTo("text,big_number,json,p95_list\r\nx,,\"{\"\"a\"\": 1}\",\"[\"\"b\"\",\"\"c\"\"]\"\r\n");
        assertThat(CsvTable.write(Moment.class, List.of(new Moment(Instant.EPOCH, true))))
                .isEqualTo("happened_at,is_it\r\n1970-01-01T00:00:00Z,true\r\n");
    }

    private static String rowOf(@Nullable String text) {
        return CsvTable.write(Line.class, List.of(new Line(text, null, null, List.of())))
                .split("\r\n", 2)[1];
    }
}
