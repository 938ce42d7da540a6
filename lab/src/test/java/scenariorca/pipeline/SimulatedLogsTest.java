package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.simulator.Profile;

/** The log files of simulated platforms, loaded whole. With {@code -Dsimulated.scale=1} they are as large as by default. */
@Tag("system")
final class SimulatedLogsTest {
    private static final double SCALE = Double.parseDouble(System.getProperty("simulated.scale", "0.2"));
    private static final Instant END = Instant.parse("2026-11-20T15:00:00Z");
    private static final Pattern EVENT_ID = Pattern.compile("\"eventId\":\"(\\d+)\"");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"STANDARD", "INCIDENT"})
    void they_load_completely_and_a_second_time_without_change(Profile profile) throws IOException {
        try (SourcePlatform platform = SourcePlatform.simulated(profile, 7, SCALE, END, folder);
                LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            LogPlan plan = LogPlans.files(folder, END).plan();
            LoadSummary first = warehouse.load(new LoadRequest.Full(), plan);
            LogCounts logs = first.logs();

            assertThat(logs).isNotNull();
            assertThat(logs.eventsRead()).isEqualTo(linesOf(folder));
            assertThat(logs.linesWritten() + logs.joined() + logs.duplicates()).isEqualTo(logs.eventsRead());
            assertThat(warehouse.value("select sum(part_count) from fact_cloudwatch_log"))
                    .as("every event once, as a line or a part of one")
                    .isEqualTo(String.valueOf(idsIn(folder).size()));
            assertThat(logs.unparsed()).isZero();
            assertThat(warehouse.value("select count(*) from view_unlinked_log where reason is not null"))
                    .as("every line without an owner, with the reason")
                    .isEqualTo(String.valueOf(logs.unlinked()));

            everyErrorLineWithAnIdIsLinked(warehouse);
            theCountsAreThoseOfTheLines(warehouse);

            LoadSummary again = warehouse.load(new LoadRequest.Full(), plan);
            assertThat(again.rowsWritten()).as("%s", again.tables()).isZero();
            LoadSummary incremental = warehouse.load(new LoadRequest.Incremental(), plan);
            assertThat(incremental.rowsWritten()).as("%s", incremental.tables()).isZero();
            LoadSummary logsAlone = warehouse.load(new LoadRequest.LogsOnly(), plan);
            assertThat(logsAlone.rowsWritten()).as("%s", logsAlone.tables()).isZero();
            assertThat(warehouse.verify().isEqual()).isTrue();
        }
    }

    private static void everyErrorLineWithAnIdIsLinked(LoadedWarehouse warehouse) {
        assertThat(warehouse.value("select count(*) from fact_cloudwatch_log where severity in ('ERROR', 'FATAL')"))
                .isNotEqualTo("0");
        assertThat(warehouse.values("""
                        select message || ' ' || link
                        from fact_cloudwatch_log
                        where severity in ('ERROR', 'FATAL')
                            and link not in ('run', 'request', 'action', 'scenario')
                            and (coalesce(run_id, correlation_id, scenario_id, node_id) is not null)
                        """)).isEmpty();
        assertThat(warehouse.value(
                        "select count(*) from view_unlinked_log where severity = 'ERROR' and reason <> 'names no id'"))
                .isEqualTo("0");
        assertThat(warehouse.value("""
                        select count(*)
                        from fact_user_action
                        where action_type <> 'initiate_forecast' and request_endpoint is null
                            and action_timestamp < '%s'::timestamptz - interval '6 hours'
                        """.formatted(END)))
                .as("actions whose line of the access log is not found; the last ones' may not have arrived")
                .isEqualTo("0");
    }

    private static void theCountsAreThoseOfTheLines(LoadedWarehouse warehouse) {
        assertThat(warehouse.values("""
                        select 'hour ' || count(*) from (
                            (select date_trunc('hour', log_timestamp, 'UTC'), log_group, coalesce(environment, ''), severity, count(*)
                            from fact_cloudwatch_log group by 1, 2, 3, 4)
                            except select hour_start, log_group, environment, severity, line_count from agg_log_hour
                        ) x
                        union all select 'pattern hour ' || count(*) from (
                            (select error_pattern_key, date_trunc('hour', log_timestamp, 'UTC'), coalesce(environment, ''), severity, count(*)
                            from fact_cloudwatch_log where error_pattern_key is not null group by 1, 2, 3, 4)
                            except select error_pattern_key, hour_start, environment, severity, line_count from agg_error_pattern_hour
                        ) x
                        union all select 'pattern day ' || count(*) from (
                            (select error_pattern_key, (log_timestamp at time zone 'UTC')::date, coalesce(environment, ''), severity, count(*)
                            from fact_cloudwatch_log where error_pattern_key is not null group by 1, 2, 3, 4)
                            except select error_pattern_key, day, environment, severity, line_count from agg_error_pattern_day
                        ) x
                        union all select 'scenario ' || count(*) from (
                            (select error_pattern_key, scenario_id::text, count(*)
                            from fact_cloudwatch_log where error_pattern_key is not null and scenario_id is not null group by 1, 2)
                            except select error_pattern_key, subject_id, line_count from agg_error_pattern_subject where subject_type = 'scenario'
                        ) x
                        """))
                .containsExactlyInAnyOrder("hour 0", "pattern hour 0", "pattern day 0", "scenario 0");
        assertThat(warehouse.value("select sum(line_count) from agg_log_hour"))
                .isEqualTo(warehouse.value("select count(*) from fact_cloudwatch_log"));
    }

    private static long linesOf(Path folder) throws IOException {
        long lines = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        return lines;
    }

    private static Set<String> idsIn(Path folder) throws IOException {
        var ids = new HashSet<String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher matcher = EVENT_ID.matcher(Files.readString(file));
                while (matcher.find()) {
                    ids.add(file.getFileName() + matcher.group(1));
                }
            }
        }
        return ids;
    }
}
