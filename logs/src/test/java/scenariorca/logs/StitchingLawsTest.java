package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Laws that hold for whatever comes: nothing is lost, nothing fails. */
final class StitchingLawsTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final int ROUNDS = 300;

    @Test
    void joined_lines_hold_the_text_of_all_their_events_in_order() throws IOException {
        List<String> texts = texts().stream()
                .filter(text -> ContainerLine.read(text).isEmpty())
                .toList();
        for (long seed = 1; seed <= ROUNDS; seed++) {
            List<String> events = mixed(texts, new Random(seed));

            List<LogEvent> whole = stitched(events);

            assertThat(whole.stream().mapToInt(LogEvent::parts).sum())
                    .as("seed %d", seed)
                    .isEqualTo(events.size());
            assertThat(whole)
                    .as("seed %d", seed)
                    .allSatisfy(event -> assertThat(bare(event.message())).isEqualTo(bare(parts(event, events))));
        }
    }

    @Test
    void every_prefix_and_every_rest_of_a_line_is_read_without_failing() throws IOException {
        var parser = new LogParser();
        for (String text : texts()) {
            for (int at = 0; at <= text.length(); at += 1 + text.length() / 40) {
                for (String part : List.of(text.substring(0, at), text.substring(at))) {
                    LogLine line = parser.parse(new LogEvent("g", "s", "e", NOON, null, part, 1, List.of(), false));

                    assertThat(line.message()).as(part).isNotNull();
                    assertThat(line instanceof LogLine.Unparsed
                                    || !line.message().isBlank())
                            .as(part)
                            .isTrue();
                }
            }
        }
    }

    private static List<String> texts() throws IOException {
        return SituationsTest.situations()
                .flatMap(situation -> situation.events().stream())
                .toList();
    }

    private static List<String> mixed(List<String> texts, Random random) {
        var events = new ArrayList<String>();
        for (int count = 0; count < 40; count++) {
            // Neighbours in the table belong together: traces come whole, cut, or with others mixed in.
            int at = random.nextInt(texts.size());
            int end = Math.min(texts.size(), at + 1 + random.nextInt(8));
            events.addAll(texts.subList(at, end));
        }
        return events;
    }

    private static List<LogEvent> stitched(List<String> events) {
        var stitcher = new Stitcher();
        var whole = new ArrayList<LogEvent>();
        for (int number = 0; number < events.size(); number++) {
            whole.addAll(stitcher.add(
                    new RawLogEvent("g", "s", "" + number, NOON.plusMillis(number * 7L), null, events.get(number))));
        }
        whole.addAll(stitcher.flush());
        return whole;
    }

    private static String parts(LogEvent event, List<String> events) {
        var numbers = new ArrayList<>(List.of(Integer.valueOf(event.eventId())));
        event.laterParts().forEach(part -> numbers.add(Integer.valueOf(part.eventId())));
        return numbers.stream()
                .sorted(Comparator.naturalOrder())
                .map(events::get)
                .collect(Collectors.joining("\n"));
    }

    /** Without line ends: what was cut within a line is joined without one. */
    private static String bare(String text) {
        return text.replace("\n", "").replace("\r", "");
    }
}
