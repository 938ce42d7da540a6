package scenariorca.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is told, before it takes the form of one. Texts may quote logs: they are plain, never markup.
 *
 * @param kind what it tells
 * @param subject what it is about. Example: problem/5d41402abc4b
 * @param isFirst whether it is the first of its turn: later ones answer it
 * @param title one line
 * @param lines each with what it says about. Example: what to do
 * @param url where to read on
 * @param labels for receivers that sort and route. Example: class, platform
 * @param startedAt since when
 * @param endedAt when it had stopped; null while it lasts
 */
record AlertMessage(
        AlertKind kind,
        String subject,
        boolean isFirst,
        String title,
        List<Line> lines,
        String url,
        Map<String, String> labels,
        Instant startedAt,
        @Nullable Instant endedAt) {
    /** A line. Example: who, 12 runs of 3 scenarios. */
    record Line(String label, String text) {}

    private static final int MOST_OF_TITLE = 200;
    private static final int MOST_OF_LINE = 600;

    AlertMessage {
        title = clean(title, MOST_OF_TITLE);
        lines = lines.stream()
                .map(line -> new Line(line.label(), clean(line.text(), MOST_OF_LINE)))
                .toList();
        labels = labels.entrySet().stream()
                .filter(label -> !label.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, label -> clean(label.getValue(), MOST_OF_TITLE)));
    }

    /** One line without control characters, or characters that turn the direction of what follows. */
    private static String clean(String text, int most) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return plain.codePointCount(0, plain.length()) <= most
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, most - 1)) + "…";
    }

    boolean isOver() {
        return kind == AlertKind.RECOVERED;
    }

    /** The whole as plain text: title, lines, address. */
    String text() {
        var text = new StringBuilder(title).append("\n\n");
        lines.forEach(line ->
                text.append(line.label()).append(": ").append(line.text()).append('\n'));
        return text.append('\n').append(url).append('\n').toString();
    }
}
