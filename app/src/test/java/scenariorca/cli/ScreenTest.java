package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.Golden;
import scenariorca.cli.Screen.Look;
import scenariorca.cli.ScreenTable.Column;
import scenariorca.platform.Settings;

/** Text and tables fit the terminal, whatever is in them. */
final class ScreenTest {
    /** Colours, cursor, bells, line ends, direction of writing, wide, combining and broken characters. */
    private static final String HOSTILE =
            "a\u001b[2J\u0007\r\n\tb\u009bc\u202edcba\u2066x\u2028y\u200b肺がん 予測 한국어 🙂 e\u0301e\u0301 \ud800 \ue000 שלום";

    @Test
    void paragraphs_never_pass_their_width_and_lose_no_letter() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder("a");
            while (text.length() < random.nextInt(400)) {
                text.appendCodePoint(
                        switch (random.nextInt(9)) {
                            case 0 -> ' ';
                            case 1 -> 0x4e00 + random.nextInt(500);
                            default -> 'a' + random.nextInt(26);
                        });
            }
            var screen = new Screen(60, false);
            screen.indented("head ", Look.PLAIN, text.toString());

            assertThat(screen.lines().lines()).allMatch(line -> Cells.width(line) <= 60);
            assertThat(screen.lines().substring(5).replaceAll("\\s", ""))
                    .isEqualTo(text.toString().replaceAll("\\s", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 200})
    void a_table_takes_the_width_there_is(int width) {
        var screen = new Screen(width, false);
        table().on(screen);
        screen.labelled("name", Look.PLAIN, HOSTILE + "x".repeat(300));

        Golden.check("cli/table-" + width + ".txt", screen.lines());
        assertThat(screen.lines().lines()).allMatch(line -> Cells.width(line) <= width);
    }

    @Test
    void no_character_that_moves_or_turns_anything_comes_through() {
        var screen = new Screen(80, false);
        table().on(screen);
        screen.indented(HOSTILE, Look.PLAIN, HOSTILE);

        assertThat(screen.lines().replace("\n", "").codePoints())
                .noneMatch(c -> Character.getType(c) == Character.CONTROL
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE
                        || Character.getType(c) == Character.LINE_SEPARATOR);
    }

    @Test
    void the_width_is_that_of_the_terminal_within_reason() {
        assertThat(width("132")).isEqualTo(132);
        assertThat(width("20")).isEqualTo(60);
        assertThat(width("900000")).isEqualTo(200);
        assertThat(width("")).isEqualTo(80);
        assertThat(width("0")).isEqualTo(80);
        assertThat(width("-5; reboot")).isEqualTo(80);
    }

    private static int width(String columns) {
        return Screen.width(Settings.of(Map.of("COLUMNS", columns)));
    }

    private static ScreenTable table() {
        var table = new ScreenTable(
                Column.whole("run"),
                Column.whole("started (UTC)"),
                Column.whole("outcome"),
                Column.text("scenario"),
                Column.extra("by"),
                Column.number("took"));
        table.row("", "f0e00001", "2026-11-20 17:05", "failed", "US Base Case", "jdoe", "42.5 s");
        table.row(
                "Treatment Share failed because of market_share: 0.1 -> 0.90, " + HOSTILE,
                "0b1c2d3e",
                "2026-11-20 17:10",
                "in progress",
                HOSTILE,
                "somebody.with.a.very.long.name@example.org",
                "12 min 3 s");
        return table;
    }
}
