package scenariorca.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.TestDatabase;
import scenariorca.platform.RcaException;

final class LivePlatformTest {
    @TempDir
    private Path directory;

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.create("live");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_live_platform_finishes_what_was_in_progress_and_goes_on() throws Exception {
        var clock = new SteppingClock(Duration.ofMinutes(3), 12);
        var live = new Simulation.Live(1, clock::isOver, clock, filled -> {});

        Simulation.Summary summary = Simulation.run(request(), target(false), line -> {}, live);

        assertThat(database.value("select run_status from fc_scenario_run where run_at = '2026-11-20 14:59:40+00'"))
                .isEqualTo("success");
        assertThat(number("select count(*) from fc_scenario_run")).isGreaterThan(summary.runs());
        assertThat(number("select count(*) from fc_scenario_node_data where created_at > '2026-11-20 15:00:00+00'"))
                .isPositive();
        assertThat(number("""
                select count(*) from fc_scenario_node_data as old
                where old.end_at > '2026-11-20 15:00:00+00' and not exists (
                    select from fc_scenario_node_data as new
                    where new.scenario_id = old.scenario_id and new.model_node_id = old.model_node_id
                        and new.created_at = old.end_at)""")).isZero();
        assertThat(Files.readAllLines(directory.resolve("forecast-engine.jsonl"))
                        .getLast())
                .contains("\"logStream\":\"engine-");
        assertThat((long) Files.readAllLines(directory.resolve("forecast-api.jsonl"))
                        .size())
                .isPositive();
    }

    @Test
    void a_filled_database_is_refused_unless_it_may_be_replaced() {
        Simulation.run(request(), target(false), line -> {});
        String before = database.value("select count(*) from fc_scenario_run");

        assertThatThrownBy(() -> Simulation.run(request(), target(false), line -> {}))
                .isInstanceOf(RcaException.class)
                .hasMessageContaining("17 tables")
                .hasMessageContaining("--replace");
        assertThat(database.value("select count(*) from fc_scenario_run")).isEqualTo(before);

        Simulation.run(request(), target(true), line -> {});
        assertThat(database.value("select count(*) from fc_scenario_run")).isEqualTo(before);
    }

    private static SimulationRequest request() {
        return new SimulationRequest(Profile.CLEAN, 5, 0.3, Recording.END);
    }

    private SimulationTarget target(boolean replace) {
        var properties = new Properties();
        properties.setProperty("user", database.address().user());
        properties.setProperty("password", database.address().password());
        return new SimulationTarget(database.address().url(), properties, replace, false, directory, null);
    }

    private long number(String sql) {
        return Long.parseLong(database.value(sql));
    }

    /** Moves on by a step each time it is read, and is over after so many steps. */
    private static final class SteppingClock extends Clock {
        private final Duration step;
        private final int steps;
        private int read;

        private SteppingClock(Duration step, int steps) {
            this.step = step;
            this.steps = steps;
        }

        boolean isOver() {
            return read > steps;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plus(step.multipliedBy(read++));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
