package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import scenariorca.Golden;
import scenariorca.diagnosis.Stories;

final class VerdictTextTest {
    @Test
    void each_story_is_a_screenful_of_eighty_columns() {
        Stories.verdicts().forEach((name, verdict) -> {
            String text = VerdictText.of(verdict, false, screen(false));

            assertThat(text.lines())
                    .as(name)
                    .hasSizeLessThanOrEqualTo(36)
                    .allMatch(line -> line.length() <= Screen.USUAL_WIDTH);
            Golden.check("verdicts/" + name + ".txt", text);
        });
    }

    @Test
    void the_whole_text_keeps_no_suspect_back() {
        Stories.verdicts().forEach((name, verdict) -> {
            String whole = VerdictText.of(verdict, true, screen(false));

            assertThat(whole).as(name).doesNotContain("--all shows more");
            assertThat(whole.lines()).as(name).allMatch(line -> line.length() <= Screen.USUAL_WIDTH);
            String flat = whole.replaceAll("\\s+", " ");
            assertThat(verdict.suspects())
                    .as(name)
                    .allMatch(suspect -> flat.contains(String.format(" %d ", suspect.rank())));
            assertThat(verdict.suspects().stream().flatMap(suspect -> suspect.evidence().stream()))
                    .as(name)
                    .allMatch(row -> flat.contains(row.text()));
        });
    }

    @Test
    void colours_change_nothing_but_the_colours() {
        Stories.verdicts().values().forEach(verdict -> {
            String coloured = VerdictText.of(verdict, false, screen(true));

            assertThat(coloured).contains("\u001b[1m");
            assertThat(coloured.replaceAll("\u001b\\[\\d+m", ""))
                    .isEqualTo(VerdictText.of(verdict, false, screen(false)));
        });
    }

    private static Screen screen(boolean isColoured) {
        return new Screen(Screen.USUAL_WIDTH, isColoured);
    }
}
