package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.source.PlatformSelect;

/** No single row of the source stops a load: every column of every table is broken in turn, in each of the ways its type allows. */
final class BrokenSourceTest {
    private static final Map<String, List<String>> BROKEN = Map.of(
            "text",
                    List.of(
                            "null",
                            "''",
                            "e'\\t\\n\\\\'",
                            "'\\N'",
                            "'\\.'",
                            "e'\\'\"'",
                            "repeat(md5(random()::text), 32768)"), // 1 MB
            "timestamp with time zone",
                    List.of(
                            "null",
                            "'infinity'",
                            "'-infinity'",
                            "'0001-01-01 00:00Z'",
                            "'9999-12-31 00:00Z'",
                            "'20250-01-01 00:00Z'",
                            "'4000-01-01 00:00Z BC'"),
            "integer", List.of("null", "2147483647", "-2147483648"),
            "boolean", List.of("null"),
            "uuid", List.of("null", "gen_random_uuid()"),
            "jsonb",
                    List.of(
                            "null",
                            "'null'",
                            "'\"text\"'",
                            "'[]'",
                            "(repeat('[', 600) || repeat(']', 600))::jsonb",
                            "'{\"share\": 1e1001}'"));

    private static SourcePlatform platform;
    private static LoadedWarehouse warehouse;

    @BeforeAll
    static void open() {
        platform = SourcePlatform.of(2, 4, 3);
        loosen(platform);
        warehouse = new LoadedWarehouse(platform);
        warehouse.full();
    }

    /** As a source of views is: nothing is promised of its columns but what each can hold. */
    private static void loosen(SourcePlatform platform) {
        platform.execute("""
                do $$
                declare
                    one record;
                begin
                    for one in
                        select conrelid::regclass as name, conname from pg_constraint
                        where connamespace = 'public'::regnamespace and contype in ('f', 'p') order by contype
                    loop
                        execute format('alter table %s drop constraint %I', one.name, one.conname);
                    end loop;
                    for one in select * from information_schema.columns where table_schema = 'public' loop
                        execute format('alter table %I alter column %I drop not null', one.table_name, one.column_name);
                        if one.data_type = 'character varying' then
                            execute format('alter table %I alter column %I type text', one.table_name, one.column_name);
                        end if;
                    end loop;
                end
                $$
                """);
    }

    @AfterAll
    static void close() {
        warehouse.close();
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fc_model fc_model_node_tab fc_model_node_groups fc_model_node fc_model_node_edge",
                "fc_forecast_init fc_event_type fc_scenario fc_scenario_event_type fc_scenario_event_data",
                "fc_scenario_node_data",
                "fc_scenario_run fc_scenario_run_branch",
                "fc_scenario_node_calc fc_scenario_event_calc"
            })
    void tables_with_every_column_broken_are_loaded_but_for_rows_that_lack_what_a_row_needs(String tables) {
        List<String> clocks = Stream.of(tables.split(" "))
                .flatMap(table -> breakEachColumn(table).stream())
                .toList();

        LoadSummary summary = warehouse.full();

        assertThat(summary.notices().stream().filter(notice -> notice.contains("1900 to 2200")))
                .as("%s", summary.notices())
                .extracting(notice -> notice.substring(0, notice.indexOf(' ')))
                .containsAll(clocks);
        assertThat(warehouse.value("select count(*) from fact_scenario_run")).isEqualTo(platform.value("""
                        select count(*) from fc_scenario_run
                        where id is not null and scenario_id is not null and run_status is not null and run_at is not null
                        """));
        assertThat(warehouse.value("select count(*) from fact_scenario_input_change"))
                .isEqualTo(platform.value("""
                        select count(*) from fc_scenario_node_data
                        where num_nulls(id, model_node_id, scenario_id, input_hash, input_data, created_at) = 0
                        """));
        assertThat(warehouse.full().tables().stream()
                        .filter(table -> table.written() > 0)
                        .map(table -> table.table() + " " + table.written()))
                .as("a second load")
                .isEmpty();
    }

    @Test
    void values_that_are_not_of_their_columns_type_are_named_and_the_rest_of_the_row_is_kept() {
        try (SourcePlatform loose = SourcePlatform.of(1, 3, 2);
                LoadedWarehouse other = new LoadedWarehouse(loose)) {
            loosen(loose);
            loose.execute("alter table fc_scenario_run alter column run_complete_at type text");
            loose.execute("alter table fc_scenario_run alter column run_at type text");
            loose.execute("alter table fc_scenario_run alter column run_req_id type text");
            loose.execute("alter table fc_model_node alter column node_seq type text");
            loose.execute("alter table fc_model_node alter column disabled type text");
            loose.execute("alter table fc_scenario_node_data alter column input_data type json");
            loose.execute("alter table fc_scenario_node_calc alter column output_data type json");
            String run = loose.value("select id from fc_scenario_run order by id limit 1");
            loose.execute(
                    "update fc_scenario_run set run_complete_at = 'soon', run_req_id = '?' where id = '" + run + "'");
            loose.execute("update fc_scenario_run set run_at = '2026-02-31 10:00' where id <> '" + run + "'");
            loose.execute("update fc_model_node set node_seq = 'first', disabled = 'perhaps'");
            loose.execute(
                    "update fc_scenario_node_data set input_data = '{\"a\": \"\\u0000\"}' where created_at = (select max(created_at) from fc_scenario_node_data)");
            loose.execute("update fc_scenario_node_calc set output_data = '{\"a\": \"\\u0000\"}'");

            LoadSummary summary = other.full();

            assertThat(summary.notices())
                    .anyMatch(notice ->
                            notice.startsWith("fc_scenario_run.run_complete_at of 1 row, such as that of " + run))
                    .anyMatch(notice -> notice.startsWith("fc_scenario_run.run_at of 1 row")
                            && notice.endsWith("the row is left out"))
                    .anyMatch(notice -> notice.startsWith("fc_scenario_run.run_req_id of 1 row"))
                    .anyMatch(notice -> notice.startsWith("fc_model_node.node_seq of 3 rows"))
                    .anyMatch(notice -> notice.startsWith("fc_model_node.disabled of 3 rows"))
                    .anyMatch(notice -> notice.startsWith("fc_scenario_node_data.input_data of")
                            && notice.endsWith("kept as the text it is"));
            assertThat(
                            other.value(
                                    "select run_id || ' ' || coalesce(duration_seconds::text, 'unknown') from fact_scenario_run"))
                    .isEqualTo(run + " unknown");
            assertThat(
                            other.value(
                                    "select count(*) from fact_scenario_input_change where jsonb_typeof(input_data) = 'string'"))
                    .isNotEqualTo("0");
            assertThat(other.value("select count(*) from fact_node_calc_detail"))
                    .isNotEqualTo("0");
            assertThat(summary.tables())
                    .filteredOn(table -> table.table().equals("stg_run"))
                    .singleElement()
                    .satisfies(table -> {
                        assertThat(table.read()).isEqualTo(2);
                        assertThat(table.skipped()).isEqualTo(1);
                        assertThat(table.reason()).isNotBlank();
                    });
        }
    }

    /** Every broken value in a row of its own, made of one that was well; returns the columns of times that a load reads. */
    private static List<String> breakEachColumn(String table) {
        Set<String> read = PlatformSelect.of("forecasting").values().stream()
                .flatMap(select -> select.items().values().stream().flatMap(item -> select.needs(item).stream()))
                .collect(Collectors.toSet());
        List<String> columns = columns(table);
        var clocks = new ArrayList<String>();
        for (String column : columns) {
            for (String value : BROKEN.get(type(column))) {
                String values = columns.stream()
                        .map(one ->
                                one.equals(column) ? value : name(one).equals("id") ? "gen_random_uuid()" : name(one))
                        .collect(Collectors.joining(", "));
                platform.execute("insert into %1$s select %2$s from (select * from %1$s order by ctid limit 1) as well"
                        .formatted(table, values));
            }
            if (type(column).startsWith("timestamp") && read.contains(table + "." + name(column))) {
                clocks.add(table + "." + name(column));
            }
        }
        return clocks;
    }

    private static String name(String column) {
        return column.substring(0, column.indexOf(' '));
    }

    private static String type(String column) {
        return column.substring(column.indexOf(' ') + 1);
    }

    private static List<String> columns(String table) {
        return List.of(platform.value("""
                select string_agg(column_name || ' ' || data_type, ',' order by ordinal_position)
                from information_schema.columns where table_schema = 'public' and table_name = '%s'
                """.formatted(table)).split(","));
    }
}
