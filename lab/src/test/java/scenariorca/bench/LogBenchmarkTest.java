package scenariorca.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import scenariorca.TestDatabase;
import scenariorca.platform.Settings;

final class LogBenchmarkTest {
    @Test
    void a_first_and_a_later_load_are_each_measured_beside_the_copy_of_their_rows_and_questions_go_over_http() {
        var said = new ArrayList<String>();

        LogFigures figures = new LogBenchmark(Settings.of(Map.of()), TestDatabase.server(), 400, said::add).run();

        assertThat(figures.events()).isEqualTo(400);
        assertThat(figures.laterEvents()).isEqualTo(200);
        assertThat(figures.ratioToLimit())
                .isCloseTo(figures.linesPerSecond() / figures.limitLinesPerSecond(), within(1e-9))
                .isPositive();
        assertThat(figures.laterRatioToLimit())
                .isCloseTo(figures.laterLinesPerSecond() / figures.laterLimitLinesPerSecond(), within(1e-9))
                .isPositive();
        assertThat(figures.topCategoriesP50Ms()).isPositive().isLessThanOrEqualTo(figures.topCategoriesP95Ms());
        assertThat(figures.topCategoriesInProcessP95Ms()).isPositive();
        assertThat(said).anyMatch(line -> line.startsWith("later load: 200 further events"));
    }
}
