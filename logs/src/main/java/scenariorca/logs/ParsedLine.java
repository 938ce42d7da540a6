package scenariorca.logs;

import java.util.Map;
import java.util.TreeMap;

/**
 * A log event without what must not be stored, read.
 *
 * @param line what it says
 * @param redactions how many things of each kind were taken out
 */
public record ParsedLine(LogLine line, Map<String, Integer> redactions) {
    /** A text this long is no line of a program: its end is left out, before anything looks at it. */
    private static final int MAX_CHARS = 1 << 18;

    private static final LogParser PARSER = new LogParser();

    /** The same, read further. */
    public ParsedLine with(LogLine other) {
        return other == line ? this : new ParsedLine(other, redactions);
    }

    public static ParsedLine of(Seams.Part part, Redactor redactor) {
        LogEvent event = part.event();
        String message = event.message();
        try {
            Redacted redacted =
                    redactor.redact(message.length() <= MAX_CHARS ? message : message.substring(0, MAX_CHARS));
            Map<String, Integer> counts = new TreeMap<>(part.redactions());
            redacted.counts().forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
            return new ParsedLine(PARSER.parse(event.withMessage(redacted.text())), counts);
        } catch (RuntimeException | StackOverflowError e) { // no single line may stop a load
            return unreadable(event, e);
        }
    }

    /** A line on which our own reading failed. Nobody knows what its text holds, so the text is left out. */
    public static ParsedLine unreadable(LogEvent event, Throwable why) {
        String text = "(%d characters left out)".formatted(event.message().length());
        String reason = "reading it failed: " + why.getClass().getSimpleName();
        return new ParsedLine(new LogLine.Unparsed(event.withMessage(text), text, reason), Map.of());
    }
}
