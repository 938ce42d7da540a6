package scenariorca.logs;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.Blanks;
import scenariorca.errors.OpenTrace;
import scenariorca.errors.StackTrace;
import scenariorca.errors.StackTraces;

/**
 * A message and the stack trace under it.
 *
 * @param stackTrace null without one
 */
record TextParts(String message, @Nullable String stackTrace) {
    private static final int MAX_MESSAGE_CHARS = 32_768;
    private static final String PYTHON = "Traceback (most recent call last)";

    static TextParts of(String text) {
        if (text.indexOf('\n') < 0) {
            return new TextParts(bounded(text), null);
        }
        Optional<StackTrace> trace = StackTraces.find(text);
        List<String> lines = Blanks.plain(text).lines().toList();
        int start = trace.isEmpty() ? -1 : start(lines, trace.get());
        if (start < 0) {
            return new TextParts(bounded(text), null);
        }
        if (start == 0) {
            return new TextParts(bounded(named(lines, trace.get())), text);
        }
        String message = String.join("\n", lines.subList(0, start)).strip();
        return new TextParts(
                bounded(message.isEmpty() ? named(lines, trace.get()) : message),
                String.join("\n", lines.subList(start, lines.size())).strip());
    }

    /** The line at which the trace begins; negative when what looks like one is only the name of an exception. */
    private static int start(List<String> lines, StackTrace trace) {
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).stripTrailing();
            boolean isBegin = at == 0 ? isHead(line) : isHead(line) || OpenTrace.isMiddle(line);
            if (isBegin) {
                return trace.frames().isEmpty() && !isWithoutFrames(line) ? -1 : at;
            }
        }
        return trace.frames().isEmpty() ? -1 : 1;
    }

    /** Whether what begins so is a trace though it may print no frames. */
    private static boolean isWithoutFrames(String line) {
        return line.startsWith("Error in ") || line.contains("panicked at") || line.contains(PYTHON);
    }

    private static boolean isHead(String line) {
        return OpenTrace.isHead(line.strip());
    }

    /** What a trace without a message before it says: its first line, or what stands for one. */
    private static String named(List<String> lines, StackTrace trace) {
        String first = lines.get(0).strip();
        if (first.contains(PYTHON)) {
            return lastLine(lines, trace);
        }
        boolean isBare = first.contains("panicked at") && !first.contains("',") || first.matches("\\S+:\\d+");
        return isBare ? trace.text() : first;
    }

    /** What a Python trace ends with says more than how it begins. */
    private static String lastLine(List<String> lines, StackTrace trace) {
        String last = lines.stream()
                .filter(line -> !line.isBlank() && Character.isLetter(line.charAt(0)))
                .reduce((one, other) -> other)
                .orElse("");
        return last.isEmpty() || last.contains(PYTHON) ? trace.text() : last;
    }

    static String bounded(String text) {
        return text.length() <= MAX_MESSAGE_CHARS ? text : text.substring(0, MAX_MESSAGE_CHARS);
    }
}
