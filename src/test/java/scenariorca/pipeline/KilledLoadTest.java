package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.LoadProgram;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.platform.Settings;

/** Loads that are killed, each in a program of its own, and what the next load makes of that. */
final class KilledLoadTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read fc_scenario_node_data",
                "read fc_scenario_node_calc",
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
        }
    }

    /** Starts a full load in a program of its own and kills it (kill -9) at the first line that starts so. */
    private void killAt(String line, Settings settings) throws Exception {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LoadProgram.class.getName()));
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        LoadProgram.NAMES.forEach(name ->
                settings.text(name).ifPresent(value -> builder.environment().put(name, value)));
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
