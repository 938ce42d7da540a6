package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.LoadProgram;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.platform.Settings;
import scenariorca.simulator.Profile;

/** Loads that are killed, each in a program of its own, and what the next load makes of that. */
@Tag("system")
final class KilledLoadTest {
    private static final Instant END = Instant.parse("2026-11-20T15:00:00Z");
    private static final String LINES = """
            select concat_ws('|', lines.log_timestamp, lines.log_group, lines.event_id, lines.message, lines.part_count,
                lines.link, lines.run_id, lines.scenario_id, patterns.fingerprint)
            from fact_cloudwatch_log as lines
            left join dim_error_pattern as patterns using (error_pattern_key)
            order by lines.log_group, lines.event_id
            """;
    private static final String LINE_COUNTS = """
            select concat_ws('|', hour_start, log_group, environment, severity, line_count, left_out_count)
            from agg_log_hour order by hour_start, log_group, environment, severity
            """;
    private static final String PATTERN_COUNTS = """
            select concat_ws('|', fingerprint, day, counts.environment, counts.severity, line_count)
            from agg_error_pattern_day as counts
            inner join dim_error_pattern using (error_pattern_key)
            order by fingerprint, day, counts.environment, counts.severity
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read stg_input_version",
                "read stg_calculation",
                "merged dim_node",
                "merged fact_node_calc_detail",
                "merged fact_scenario_input_change",
                "merged view_scenario_audit_trail"
            })
    void a_load_killed_at_any_point_shows_nothing_and_the_same_command_again_puts_it_right(String point)
            throws Exception {
        try (SourcePlatform platform = SourcePlatform.of(4, 10, 6);
                LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            warehouse.full();
            platform.execute("""
                    update fc_scenario_run set fail_reason = 'changed' where run_status = 'failed';
                    update fc_scenario set scenario_display_name = scenario_display_name || ' renamed'
                    """);
            String before =
                    warehouse.value("select string_agg(md5(x::text), '' order by run_id) from fact_scenario_run x");

            killAt(point, warehouse.settings());
            assertThat(warehouse.value("select string_agg(md5(x::text), '' order by run_id) from fact_scenario_run x"))
                    .isEqualTo(before);

            warehouse.full();
            VerificationReport report = warehouse.verify();
            assertThat(report.isEqual()).as("%s", report).isTrue();
            assertThat(warehouse.value("select count(*) - count(distinct calc_id) from fact_node_calc_detail"))
                    .isEqualTo("0");
            assertThat(warehouse.value("select count(*) from etl_run where status = 'abandoned'"))
                    .isEqualTo("1");
            assertThat(warehouse.verifyAudit().isIntact()).isTrue();
            assertThat(warehouse.full().rowsWritten()).isZero();
        }
    }

    @Test
    void a_first_load_killed_while_its_tables_are_stripped_leaves_them_whole() throws Exception {
        try (SourcePlatform platform = SourcePlatform.of(4, 10, 6);
                LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            String parts = "select count(*) from pg_indexes where schemaname = 'rpt'";
            String before = warehouse.value(parts);
            killAt("merged fact_node_calc_detail", warehouse.settings());

            assertThat(warehouse.value(parts)).isEqualTo(before);
            assertThat(warehouse.value("select count(*) from fact_node_calc_detail"))
                    .isEqualTo("0");
            warehouse.full();
            assertThat(warehouse.verify().isEqual()).isTrue();
            assertThat(warehouse.verifyAudit().isIntact()).isTrue();
        }
    }

    @Test
    void a_load_with_log_events_killed_again_and_again_loses_no_line_and_doubles_none() throws Exception {
        Path files = directory.resolve("logs");
        try (SourcePlatform platform = SourcePlatform.simulated(Profile.STANDARD, 3, 0.1, END, files);
                LoadedWarehouse killed = new LoadedWarehouse(platform);
                LoadedWarehouse whole = new LoadedWarehouse(platform)) {
            LogPlan plan = LogPlans.files(files, END).plan();
            whole.load(new LoadRequest.Full(), plan);

            for (String point : List.of("read log group", "merged agg_log_hour")) {
                killAt(point, killed.settings(), Map.of(LoadProgram.LOG_FILES, files.toString()));
                assertThat(killed.value("select (select count(*) from fact_cloudwatch_log)"
                                + " + (select count(*) from agg_log_hour) + (select count(*) from etl_log_group)"))
                        .as("killed at \"%s\"", point)
                        .isEqualTo("0");
            }

            killed.load(new LoadRequest.Full(), plan);
            assertThat(killed.verify().isEqual()).isTrue();
            assertThat(killed.verifyAudit().isIntact()).isTrue();
            for (String sql : List.of(LINES, LINE_COUNTS, PATTERN_COUNTS)) {
                assertThat(killed.values(sql)).isEqualTo(whole.values(sql)).isNotEmpty();
            }
            assertThat(killed.load(new LoadRequest.Full(), plan).rowsWritten()).isZero();
        }
    }

    private void killAt(String line, Settings settings) throws Exception {
        killAt(line, settings, Map.of());
    }

    /** Starts a full load in a program of its own and kills it (kill -9) at the first line that starts so. */
    private void killAt(String line, Settings settings, Map<String, String> more) throws Exception {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LoadProgram.class.getName()));
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        LoadProgram.NAMES.forEach(name ->
                settings.text(name).ifPresent(value -> builder.environment().put(name, value)));
        builder.environment().putAll(more);
        Process process = builder.redirectErrorStream(true).start();
        var output = new ArrayList<String>();
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String said = reader.readLine(); said != null; said = reader.readLine()) {
                output.add(said);
                if (said.startsWith(line)) {
                    process.destroyForcibly().waitFor();
                    return;
                }
            }
        }
        throw new AssertionError("never said \"" + line + "\": " + output);
    }
}
