package scenariorca.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.TestDatabase;
import scenariorca.simulator.output.Table;

final class PlaybackTest {
    private static final SimulationRequest REQUEST = new SimulationRequest(Profile.VARIED, 5, 0.4, Recording.END);

    @TempDir
    private Path directory;

    @Test
    void a_platform_shows_nothing_of_the_future_and_ends_as_if_filled_at_once() {
        Instant half = Recording.END.minus(Duration.ofDays(7));
        try (TestDatabase stepwise = TestDatabase.create("playback");
                TestDatabase filled = TestDatabase.create("filled")) {
            Simulation.run(REQUEST, target(filled, "filled"), line -> {});
            try (Playback playback = Playback.open(REQUEST, target(stepwise, "stepwise"), half)) {
                for (String time : new String[] {
                    "select max(run_at) from fc_scenario_run",
                    "select max(run_complete_at) from fc_scenario_run",
                    "select max(greatest(created_at, end_at)) from fc_scenario_node_data",
                    "select max(created_at) from fc_model_node_edge",
                    "select max(updated_at) from fc_scenario_node_calc"
                }) {
                    String late = "select (" + time + ") > '" + half + "'::timestamptz";
                    assertThat(stepwise.value(late)).as(time).isEqualTo("f");
                }
                assertThat(contents(stepwise)).isNotEqualTo(contents(filled));

                playback.advance(half.plus(Duration.ofDays(2)));
                playback.advance(Recording.END);
            }

            assertThat(contents(stepwise)).isEqualTo(contents(filled));
        }
    }

    @Test
    void failures_are_told_in_the_order_in_which_the_platform_knows_them() {
        var failures = Playback.failures(REQUEST);

        assertThat(failures)
                .isNotEmpty()
                .isSortedAccordingTo(java.util.Comparator.comparing(Playback.Failure::endedAt));
        assertThat(failures).allMatch(failure -> !failure.endedAt().isAfter(Recording.END));
    }

    private SimulationTarget target(TestDatabase database, String logs) {
        var properties = new Properties();
        properties.setProperty("user", database.address().user());
        properties.setProperty("password", database.address().password());
        return new SimulationTarget(database.address().url(), properties, false, true, directory.resolve(logs), null);
    }

    /** One digest per table, whatever the order of its rows. */
    private static Map<String, String> contents(TestDatabase database) {
        var contents = new LinkedHashMap<String, String>();
        for (Table table : Table.values()) {
            contents.put(
                    table.sqlName(),
                    database.value("select md5(string_agg(md5(rows::text), '' order by md5(rows::text))) from "
                            + table.sqlName() + " as rows"));
        }
        return contents;
    }
}
