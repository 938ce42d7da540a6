package scenariorca.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.files.EventFileReader;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.RcaException;

final class FolderLogSourceTest {
    private static final String GROUP = "/forecast/api";
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-03T00:00:00Z");

    @TempDir
    Path folder;

    private FileLogSource source;
    private final List<RawLogEvent> found = new ArrayList<>();

    @BeforeEach
    void open() {
        source = new FileLogSource(new FolderFiles(folder), null, Clock.fixed(NOW, ZoneOffset.UTC), 1_000);
    }

    @Test
    void a_broken_line_is_an_event_with_its_neighbours_time_and_spoils_no_other() {
        String text = "no json at all\n" + line(1) + line(2).substring(0, 60) + "\n" + line(3)
                + "{\"logGroup\":\"" + GROUP + "\",\"message\":\"never closed\"\n" + line(4)
                + "{\"a\":1}\n\n" + line(5);
        LogFileWriter.write(folder.resolve("api.jsonl"), text);

        LogFetch fetch = fetch();

        assertThat(found)
                .filteredOn(event -> event.message().startsWith("event"))
                .hasSize(4);
        assertThat(found)
                .filteredOn(event -> !event.message().startsWith("event"))
                .extracting(RawLogEvent::timestamp)
                .containsExactly(at(1), at(1), at(3), at(4));
        assertThat(found).extracting(RawLogEvent::message).contains("no json at all", "{\"a\":1}");
        assertThat(fetch.broken()).isEqualTo(4);
        assertThat(fetch.events()).isEqualTo(8);
    }

    @Test
    void an_event_with_an_impossible_time_keeps_its_text_and_its_id() {
        String wrong = line(2).replace(Long.toString(at(2).toEpochMilli()), "9223372036854775807");
        String word = line(3).replace(Long.toString(at(3).toEpochMilli()), "\"yesterday\"");
        LogFileWriter.write(folder.resolve("api.jsonl"), line(1) + wrong + word);

        LogFetch fetch = fetch();

        assertThat(found).containsExactly(event(1), moved(event(2), at(1)), moved(event(3), at(1)));
        assertThat(fetch.broken()).isEqualTo(2);
    }

    @Test
    void records_of_a_subscription_filter_are_read_one_behind_the_other_in_one_or_more_packed_parts() {
        String two = LogFileWriter.record(List.of(event(1), event(2))) + LogFileWriter.record(List.of(event(3)));
        String control = "{\"messageType\":\"CONTROL_MESSAGE\",\"logGroup\":\"\",\"logEvents\":"
                + "[{\"id\":\"\",\"timestamp\":1,\"message\":\"CWL CONTROL MESSAGE: Checking health\"}]}";
        byte[] bytes = LogFileWriter.together(
                LogFileWriter.packed(two), LogFileWriter.packed(control + LogFileWriter.record(List.of(event(4)))));
        LogFileWriter.write(folder.resolve("2026/03/02/10/delivery-1"), bytes);

        LogFetch fetch = fetch();

        assertThat(found).extracting(RawLogEvent::eventId).containsExactly("id 1", "id 2", "id 3", "id 4");
        assertThat(found).extracting(RawLogEvent::group).containsOnly(GROUP);
        assertThat(fetch.broken()).isZero();
    }

    @Test
    void a_record_that_breaks_off_gives_the_events_before_and_the_rest_as_one() {
        String record = LogFileWriter.record(List.of(event(1), event(2), event(3)));
        LogFileWriter.write(folder.resolve("delivery"), record.substring(0, record.length() - 3) + "\n");

        LogFetch fetch = fetch();

        assertThat(found).hasSize(3);
        assertThat(found.getLast().message()).contains("event 3");
        assertThat(fetch.broken()).isEqualTo(1);
    }

    @Test
    void an_answer_printed_by_the_aws_cli_is_read_over_many_lines() {
        LogFileWriter.write(folder.resolve("printed.json"), """
                {
                    "events": [
                        {
                            "logStreamName": "api-1",
                            "timestamp": %d,
                            "message": "event 1 {\\"a\\": 1}",
                            "eventId": "id 1"
                        }
                    ],
                    "searchedLogStreams": []
                }
                """.formatted(at(1).toEpochMilli()));
        source = new FileLogSource(new FolderFiles(folder), GROUP, Clock.systemUTC(), 10);

        fetch();

        assertThat(found).containsExactly(new RawLogEvent(GROUP, "api-1", "id 1", at(1), null, "event 1 {\"a\": 1}"));
    }

    @Test
    void files_as_programs_write_them_are_read_line_by_line_at_the_times_they_tell() {
        String json = "{\"@timestamp\":\"2026-03-02T10:00:01Z\",\"level\":\"error\",\"message\":\"no rows\"}";
        String other = "{\"ts\":1772445602.5,\"lvl\":\"E\",\"text\":\"no rows\"}";
        LogFileWriter.write(folder.resolve("a.log"), json + "\n" + other + "\n");
        LogFileWriter.write(folder.resolve("b.log"), """
                engine 4.2 starts
                2026-03-02 10:00:03,250 [7f3c] ERROR engine: no rows
                Traceback (most recent call last):
                time=2026-03-02T10:00:04Z level=error msg="no rows"
                """);
        source = new FileLogSource(new FolderFiles(folder), GROUP, Clock.systemUTC(), 10);

        LogFetch fetch = fetch();

        assertThat(found).extracting(RawLogEvent::message).contains(json, other).hasSize(6);
        assertThat(found)
                .extracting(RawLogEvent::timestamp)
                .containsExactly(
                        at(1),
                        at(2).plusMillis(500),
                        at(3).plusMillis(250),
                        at(3).plusMillis(250),
                        at(3).plusMillis(250),
                        at(4));
        assertThat(fetch.notices()).isEmpty();
    }

    @Test
    void an_export_gives_lines_with_their_continuations_and_the_stream_of_its_folder() {
        String text = "2026-03-02T10:00:01.000Z Traceback (most recent call last):\n  File \"a.py\"\n{\n}\n"
                + "2026-03-02T10:00:01.000Z again\n2026-03-02T10:00:01.000Z again\n";
        LogFileWriter.write(folder.resolve("export-7/engine-1/000000.gz"), LogFileWriter.packed(text));
        LogFileWriter.write(folder.resolve("aws-logs-write-test"), "Permission Check Successful");
        source = new FileLogSource(new FolderFiles(folder), GROUP, Clock.systemUTC(), 10);

        LogFetch fetch = fetch();

        assertThat(found)
                .extracting(RawLogEvent::message)
                .containsExactly("Traceback (most recent call last):\n  File \"a.py\"\n{\n}", "again", "again");
        assertThat(found).extracting(RawLogEvent::stream).containsOnly("engine-1");
        assertThat(found).extracting(RawLogEvent::eventId).doesNotHaveDuplicates();
        assertThat(fetch.broken()).isZero();
    }

    @Test
    void a_damaged_packed_file_gives_what_is_before_the_damage_and_says_so() {
        var text = new StringBuilder();
        for (int number = 0; number < 1_000; number++) {
            text.append(line(number));
        }
        byte[] bytes = LogFileWriter.packed(text.toString());
        LogFileWriter.write(folder.resolve("api.jsonl.gz"), Arrays.copyOf(bytes, bytes.length / 2));

        LogFetch fetch = fetch();

        assertThat(fetch.events()).isGreaterThan(100).isLessThan(1_000);
        assertThat(fetch.notices()).singleElement().asString().contains("api.jsonl.gz is damaged after line");
    }

    @Test
    void a_line_that_is_still_being_written_waits_and_an_abandoned_one_does_not() throws Exception {
        Path file = folder.resolve("api.jsonl");
        LogFileWriter.write(file, line(1) + line(2).substring(0, 50));

        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(5)));
        assertThat(fetch().events()).isEqualTo(1);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(500)));
        assertThat(fetch().events()).isEqualTo(2);
    }

    @Test
    void random_bytes_lose_no_line_whatever_they_are() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var bytes = new ByteArrayOutputStream();
        int expected = 0;
        for (int number = 0; number < 2_000; number++) {
            byte[] line = line(number).getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(3) == 0) {
                for (int i = 0; i <= random.nextInt(4); i++) {
                    byte any = (byte) random.nextInt(256);
                    line[random.nextInt(line.length - 1)] = any == '\n' ? 0 : any;
                }
            } else {
                expected++;
            }
            bytes.writeBytes(line);
        }
        LogFileWriter.write(folder.resolve("api.jsonl"), bytes.toByteArray());

        long all = source.groups().stream()
                .mapToLong(group -> source.fetch(
                                new LogRequest(
                                        group, Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"), Integer.MAX_VALUE),
                                page -> found.addAll(page))
                        .events())
                .sum();

        // More than lines: a brace in the wrong place makes two events of one line.
        assertThat(all).as("seed %d", seed).isGreaterThanOrEqualTo(2_000);
        assertThat(found)
                .as("seed %d", seed)
                .filteredOn(event -> event.message().startsWith("event"))
                .hasSizeGreaterThanOrEqualTo(expected);
    }

    @Test
    void lines_longer_than_a_buffer_and_several_events_on_a_line_are_read() {
        String big = LogFileWriter.line(
                new RawLogEvent(GROUP, "api-1", "big", at(2), at(3), "event 2 " + "\u00fc{}\"".repeat(40_000)));
        String many = line(3).strip() + line(4).strip() + " " + LogFileWriter.record(List.of(event(5))) + "\n";
        LogFileWriter.write(folder.resolve("api.jsonl"), line(1) + big + many + line(6).strip());

        LogFetch fetch = fetch();

        assertThat(found)
                .extracting(RawLogEvent::eventId)
                .containsExactly("id 1", "big", "id 3", "id 4", "id 5", "id 6");
        assertThat(found.get(1).message()).hasSize(8 + 160_000);
        assertThat(fetch.broken()).isZero();
    }

    @Test
    void a_line_longer_than_an_event_can_be_is_cut_and_counted() {
        String huge = LogFileWriter.line(new RawLogEvent(GROUP, "s", "huge", at(2), null, "x".repeat(3 << 20)));
        String endless = "{\"message\":\"" + "y".repeat(EventFileReader.MAX_FRAME_BYTES) + "\"}\n";
        LogFileWriter.write(folder.resolve("api.jsonl"), line(1) + huge + endless + line(3));

        LogFetch fetch = fetch();

        assertThat(found).hasSize(4).allMatch(event -> event.message().length() <= EventFileReader.MAX_MESSAGE_CHARS);
        assertThat(fetch.broken()).isEqualTo(2);
    }

    @Test
    void a_second_fetch_of_an_unchanged_folder_gives_the_same_and_a_grown_file_is_read_again() {
        LogFileWriter.write(folder.resolve("api.jsonl"), "?\n" + line(1));
        fetch();
        List<RawLogEvent> first = List.copyOf(found);

        fetch();
        assertThat(found).isEqualTo(first);

        LogFileWriter.write(folder.resolve("api.jsonl"), "?\n" + line(1) + line(2));
        fetch();
        assertThat(found).hasSize(3).startsWith(first.toArray(RawLogEvent[]::new));
    }

    @Test
    void names_that_damage_makes_up_become_no_groups_and_their_events_stay() {
        var text = new StringBuilder();
        for (int number = 0; number < 2_000; number++) {
            String line = line(number);
            text.append(number % 20 == 0 ? line.replace("/api", "/ap" + number) : line);
        }
        LogFileWriter.write(folder.resolve("api.jsonl"), text.toString());

        assertThat(source.groups()).containsExactly(GROUP);
        LogFetch fetch = fetch();

        assertThat(fetch.events()).isEqualTo(2_000);
        assertThat(fetch.broken()).isEqualTo(100);
    }

    @Test
    void a_small_group_beside_a_large_one_is_a_group() {
        var text = new StringBuilder(line(0).replace("/api", "/rare"));
        for (int number = 1; number < 2_000; number++) {
            text.append(line(number));
        }
        LogFileWriter.write(folder.resolve("api.jsonl"), text.toString());

        assertThat(source.groups()).containsExactly(GROUP, "/forecast/rare");
    }

    @Test
    void a_missing_folder_is_named() {
        var missing = new FolderLogSource(folder.resolve("nowhere"), null);

        assertThatThrownBy(missing::groups).isInstanceOf(RcaException.class).hasMessageContaining("nowhere");
    }

    private LogFetch fetch() {
        found.clear();
        return source.fetch(new LogRequest(GROUP, START, START.plusSeconds(3_600), Integer.MAX_VALUE), found::addAll);
    }

    private static Instant at(int number) {
        return START.plusSeconds(number);
    }

    private static RawLogEvent event(int number) {
        return new RawLogEvent(GROUP, "api-1", "id " + number, at(number), at(number + 1), "event " + number);
    }

    private static RawLogEvent moved(RawLogEvent event, Instant time) {
        return new RawLogEvent(
                event.group(), event.stream(), event.eventId(), time, event.ingestedAt(), event.message());
    }

    private static String line(int number) {
        return LogFileWriter.line(event(number));
    }
}
