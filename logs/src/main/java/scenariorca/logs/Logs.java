package scenariorca.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.ErrorClass;
import scenariorca.errors.ErrorClassifier;

/** From the events of a log to understood lines in one call: joined, redacted, read, given a pattern and a category. */
public final class Logs {
    private static final int NO_ERROR = -1;

    private Logs() {}

    /**
     * A line understood.
     *
     * @param line what it says, redacted
     * @param error what it is an example of; null where it is less than a warning
     * @param redactions how many things of each kind were taken out. Example: {@code {secret=1}}
     */
    public record Understood(LogLine line, @Nullable ErrorClass error, Map<String, Integer> redactions) {
        public Understood {
            redactions = Map.copyOf(redactions);
        }
    }

    /**
     * Reads events, those of each stream in order of time.
     *
     * @param classifier learns the errors, and goes on from those it knows
     * @param redactor takes out what must not be kept
     * @return one line for each message, in the order in which messages are complete; never throws for what a line says
     */
    public static List<Understood> read(Iterable<RawLogEvent> events, Redactor redactor, ErrorClassifier classifier) {
        var stitcher = new Stitcher();
        var seams = new Seams(redactor);
        var parts = new ArrayList<Seams.Part>();
        for (RawLogEvent event : events) {
            stitcher.add(event).forEach(message -> parts.addAll(seams.add(message)));
        }
        stitcher.flush().forEach(message -> parts.addAll(seams.add(message)));
        parts.addAll(seams.flush());
        var parser = new LogParser();
        var lines = new ArrayList<LogLine>();
        var redactions = new ArrayList<Map<String, Integer>>();
        var kinds = new ArrayList<Integer>();
        for (Seams.Part part : parts) {
            Redacted clean = redactor.redact(part.event().message());
            LogLine line = parser.parse(part.event().withMessage(clean.text()));
            lines.add(line);
            var taken = new TreeMap<>(clean.counts());
            part.redactions().forEach((kind, count) -> taken.merge(kind, count, Integer::sum));
            redactions.add(taken);
            kinds.add(isError(line) ? classifier.learnLine(text(line)) : NO_ERROR);
        }
        List<ErrorClass> classes = classifier.lineClasses();
        var understood = new ArrayList<Understood>();
        for (int at = 0; at < lines.size(); at++) {
            int kind = kinds.get(at);
            understood.add(
                    new Understood(lines.get(at), kind == NO_ERROR ? null : classes.get(kind), redactions.get(at)));
        }
        return understood;
    }

    /** Whether a line is at least a warning, and so an example of an error. */
    public static boolean isError(LogLine line) {
        return line.severity() != Severity.UNKNOWN && line.severity().compareTo(Severity.WARN) >= 0;
    }

    private static String text(LogLine line) {
        String trace = line instanceof LogLine.Message message ? message.stackTrace() : null;
        return trace == null ? line.message() : line.message() + "\n" + trace;
    }
}
