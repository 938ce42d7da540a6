package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StitcherTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<String> JAVA = List.of(
            "2026-03-02 12:00:00 ERROR a.B - failed",
            "java.lang.RuntimeException: run failed",
            "\tat a.B.c(B.java:1)",
            "Caused by: java.lang.ArithmeticException: / by zero",
            "\t... 3 more");
    private static final List<String> PYTHON = List.of(
            "ERROR:engine:failed",
            "Traceback (most recent call last):",
            "  File \"a.py\", line 1, in f",
            "    x = 1 / 0",
            "ZeroDivisionError: division by zero",
            "",
            "During handling of the above exception, another exception occurred:",
            "",
            "Traceback (most recent call last):",
            "  File \"b.py\", line 2, in g",
            "engine.RunError: node failed");

    @Test
    void a_java_trace_is_one_event_and_the_next_line_another() {
        assertThat(stitched(with(JAVA, "2026-03-02 12:00:01 INFO a.B - next")))
                .containsExactly(String.join("\n", JAVA), "2026-03-02 12:00:01 INFO a.B - next");
    }

    @Test
    void a_chained_python_trace_is_one_event_and_the_next_line_another() {
        assertThat(stitched(with(PYTHON, "INFO:engine:next")))
                .containsExactly(String.join("\n", PYTHON), "INFO:engine:next");
    }

    @Test
    void a_trace_after_a_harmless_line_is_its_own_event() {
        assertThat(stitched(
                        List.of("INFO started", "Traceback (most recent call last):", "  File \"a.py\", line 1, in f")))
                .containsExactly("INFO started", "Traceback (most recent call last):\n  File \"a.py\", line 1, in f");
    }

    @Test
    void streams_do_not_mix_and_nothing_is_lost() {
        var random = new Random(4);
        var stitcher = new Stitcher();
        var found = new ArrayList<LogEvent>();
        int[] next = new int[3];
        int fed = 0;
        while (next[0] + next[1] + next[2] < 3 * JAVA.size()) {
            int stream = random.nextInt(3);
            if (next[stream] < JAVA.size()) {
                found.addAll(stitcher.add(event("s" + stream, fed++, NOON, JAVA.get(next[stream]++))));
            }
        }
        found.addAll(stitcher.flush());

        assertThat(found)
                .extracting(LogEvent::message)
                .containsOnly(String.join("\n", JAVA))
                .hasSize(3);
        assertThat(found.stream().mapToInt(LogEvent::parts).sum()).isEqualTo(fed);
    }

    @Test
    void a_late_part_starts_its_own_event() {
        var stitcher = new Stitcher();

        stitcher.add(event("s", 1, NOON, JAVA.get(1)));
        List<LogEvent> complete = stitcher.add(event("s", 2, NOON.plusSeconds(60), JAVA.get(2)));

        assertThat(complete).extracting(LogEvent::message).containsExactly(JAVA.get(1));
    }

    @Test
    void a_message_without_end_is_cut_and_the_cut_is_counted() {
        var stitcher = new Stitcher();
        stitcher.add(event("s", 0, NOON, "ERROR failed"));
        for (int part = 1; part <= Stitcher.MAX_PARTS + 50; part++) {
            stitcher.add(event("s", part, NOON, "\tat a.B.c(B.java:" + part + ")"));
        }

        LogEvent event = stitcher.flush().getFirst();

        assertThat(event.isCut()).isTrue();
        assertThat(event.message().lines().count()).isEqualTo(Stitcher.MAX_PARTS);
        assertThat(event.parts()).isEqualTo(Stitcher.MAX_PARTS + 51);
        assertThat(stitcher.cutParts()).isEqualTo(51);
    }

    @Test
    void streams_waited_for_are_bounded() {
        var stitcher = new Stitcher();
        int complete = 0;
        for (int stream = 0; stream < Stitcher.MAX_STREAMS + 10; stream++) {
            complete += stitcher.add(event("s" + stream, stream, NOON, "INFO hello"))
                    .size();
        }

        assertThat(complete).isEqualTo(10);
        assertThat(stitcher.flush()).hasSize(Stitcher.MAX_STREAMS);
    }

    private static List<String> with(List<String> lines, String last) {
        var all = new ArrayList<>(lines);
        all.add(last);
        return all;
    }

    private static List<String> stitched(List<String> lines) {
        var stitcher = new Stitcher();
        var found = new ArrayList<LogEvent>();
        for (int line = 0; line < lines.size(); line++) {
            found.addAll(stitcher.add(event("s", line, NOON.plusMillis(line), lines.get(line))));
        }
        found.addAll(stitcher.flush());
        return found.stream().map(LogEvent::message).toList();
    }

    private static RawLogEvent event(String stream, int id, Instant time, String message) {
        return new RawLogEvent("g", stream, "e" + id, time, null, message);
    }
}
