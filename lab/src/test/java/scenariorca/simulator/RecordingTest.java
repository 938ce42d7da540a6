package scenariorca.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.platform.Json;
import scenariorca.simulator.output.PlatformLog;
import scenariorca.simulator.output.Table;
import tools.jackson.databind.JsonNode;

/** What one simulation wrote, looked at from all sides. */
final class RecordingTest {
    private static final int SCENARIO_CREATED_REQUEST = 18;

    @TempDir
    private static Path directory;

    private static Recording recording;

    @BeforeAll
    static void simulate() {
        recording = Recording.of(directory, Profile.STANDARD, 3, 1);
    }

    @Test
    void a_clean_platform_never_fails() {
        Recording clean = Recording.of(directory.resolve("clean"), Profile.CLEAN, 3, 0.5);

        assertThat(clean.truths()).isEmpty();
        assertThat(clean.rows(Table.FC_SCENARIO_RUN))
                .hasSizeGreaterThan(20)
                .allMatch(row -> row.contains("\tsuccess\t") || row.contains("\tin progress\t"));
    }

    @Test
    void every_ended_failure_has_one_line_of_truth() {
        Set<String> failed = recording.rows(Table.FC_SCENARIO_RUN).stream()
                .map(row -> row.split("\t"))
                .filter(row -> row[2].equals("failed") || row[2].equals("timeout"))
                .map(row -> row[0])
                .collect(Collectors.toSet());
        List<String> told = recording.truths().stream()
                .map(line -> Json.read(line).get("run_id").asString())
                .toList();

        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(failed);
        assertThat(failed).hasSizeGreaterThan(60);
    }

    @Test
    void every_cause_is_an_input_version_of_that_node_and_user() {
        var versions = new TreeMap<String, String[]>();
        recording.rows(Table.FC_SCENARIO_NODE_DATA).forEach(row -> versions.put(row.split("\t")[0], row.split("\t")));

        for (String line : recording.truths()) {
            JsonNode truth = Json.read(line);
            for (JsonNode cause : truth.get("causes")) {
                String[] version = versions.get(cause.get("node_data_id").asString());
                assertThat(version).as(line).isNotNull();
                assertThat(version[1]).isEqualTo(cause.get("node_id").asString());
                assertThat(version[2]).isEqualTo(truth.get("scenario_id").asString());
                assertThat(version[8]).isEqualTo(cause.get("user").asString());
            }
        }
    }

    @Test
    void an_edit_closes_the_open_version_and_opens_the_next() {
        var open = new TreeMap<String, Integer>();
        var ends = new HashSet<String>();
        var begins = new HashSet<String>();
        for (String row : recording.rows(Table.FC_SCENARIO_NODE_DATA)) {
            String[] fields = row.split("\t");
            open.merge(fields[2] + fields[1], fields[12].equals("\\N") ? 1 : 0, Integer::sum);
            if (!fields[12].equals("\\N")) {
                ends.add(fields[2] + fields[1] + fields[12]);
            }
            if (!fields[5].equals("create_scenario")) {
                begins.add(fields[2] + fields[1] + fields[9]);
            }
        }

        assertThat(open.values()).isNotEmpty().allMatch(count -> count == 1);
        assertThat(begins).isNotEmpty().isEqualTo(ends);
    }

    @Test
    void every_request_that_wrote_a_row_is_in_the_access_log() {
        String log = recording.log(PlatformLog.API).stream()
                .map(line -> Json.read(line).get("message").asString())
                .collect(Collectors.joining("\n"));
        var missing = new ArrayList<String>();
        for (String row : recording.rows(Table.FC_SCENARIO_NODE_DATA)) {
            String[] fields = row.split("\t");
            if (before(fields[9], "2026-11-20 12:00") && !log.contains("correlation_id=" + fields[10])) {
                missing.add(row);
            }
        }
        for (String row : recording.rows(Table.FC_SCENARIO)) {
            String[] fields = row.split("\t");
            if (!log.contains("correlation_id=" + fields[SCENARIO_CREATED_REQUEST])) {
                missing.add(row);
            }
        }

        // A line may still be on its way at the end: ingested hours late.
        assertThat(missing.size()).isLessThan(30);
        for (String sort : List.of("method=PUT", "method=PATCH", "/submit status=200", "status=422", "status=304")) {
            assertThat(log.contains(sort)).as(sort).isTrue();
        }
    }

    private static boolean before(String time, String limit) {
        return time.compareTo(limit) < 0;
    }

    @Test
    void log_events_come_in_the_order_of_ingestion_with_skew_delay_and_duplicates() {
        for (PlatformLog group : PlatformLog.values()) {
            long last = 0;
            var ids = new ArrayList<String>();
            long late = 0;
            for (String line : recording.log(group)) {
                JsonNode event = Json.read(line);
                assertThat(event.get("logGroup").asString()).isEqualTo(group.cloudWatchName());
                assertThat(event.get("ingestionTime").asLong())
                        .isGreaterThanOrEqualTo(last)
                        .isLessThanOrEqualTo(Recording.END.toEpochMilli());
                last = event.get("ingestionTime").asLong();
                late += last - event.get("timestamp").asLong() > 60_000 ? 1 : 0;
                assertThat(event.get("eventId").asString()).hasSize(56).containsOnlyDigits();
                ids.add(event.get("eventId").asString());
            }
            assertThat(late).as("late events of " + group).isPositive();
            assertThat(new HashSet<>(ids)).as("duplicates in " + group).hasSizeLessThan(ids.size());
        }
    }

    @Test
    void the_engine_log_is_json_but_for_lines_of_stack_traces() {
        Map<Boolean, List<String>> parts = recording.log(PlatformLog.ENGINE).stream()
                .map(line -> Json.read(line).get("message").asString())
                .collect(Collectors.partitioningBy(message -> message.startsWith("{")));

        assertThat(parts.get(true))
                .hasSizeGreaterThan(500)
                .allSatisfy(message ->
                        assertThat(Json.read(message).get("run_id").asString()).hasSize(36));
        assertThat(parts.get(false))
                .isNotEmpty()
                .allMatch(message -> message.matches("(?s)(\tat |\t\\.\\.\\. |Caused by: |[a-z]+\\.).*"));
    }

    @Test
    void tags_and_kinds_cover_the_hard_cases() {
        var tags = new HashSet<String>();
        var kinds = new HashSet<String>();
        for (String line : recording.truths()) {
            Json.read(line).get("tags").forEach(tag -> tags.add(tag.asString()));
            kinds.add(Json.read(line).get("kind").asString());
        }

        assertThat(tags)
                .contains(
                        "distractors",
                        "distractors_larger",
                        "two_causes",
                        "typed_several_runs_ago",
                        "no_input_cause",
                        "innocent_edits",
                        "no_earlier_success",
                        "late_logs",
                        "misleading_log");
        assertThat(kinds).hasSizeGreaterThan(15);
    }

    @Test
    void the_newest_run_is_still_in_progress_and_nothing_lies_behind_the_end() {
        List<String> runs = recording.rows(Table.FC_SCENARIO_RUN);
        List<String> open =
                runs.stream().filter(row -> row.contains("\tin progress\t")).toList();

        assertThat(open).hasSize(1);
        assertThat(open.getFirst()).contains("2026-11-20 14:59:40");
        assertThat(runs).allMatch(row -> row.split("\t")[3].compareTo("2026-11-20 15:00:00") <= 0);
    }

    @Test
    void the_day_of_the_stories_is_the_last_working_day_whose_noon_is_over() {
        assertThat(Stories.endingAt(Instant.parse("2026-11-20T15:00:00Z")).day())
                .hasToString("2026-11-20");
        assertThat(Stories.endingAt(Instant.parse("2026-11-20T11:59:00Z")).day())
                .hasToString("2026-11-19");
        assertThat(Stories.endingAt(Instant.parse("2026-11-22T23:00:00Z")).day())
                .hasToString("2026-11-20");
        assertThat(Stories.endingAt(Instant.parse("2026-11-24T15:00:00Z")).monday())
                .hasToString("2026-11-16");
        assertThat(Stories.endingAt(Instant.parse("2026-11-25T15:00:00Z")).monday())
                .hasToString("2026-11-23");
    }
}
