package scenariorca.logs;

import java.util.Optional;
import java.util.regex.Pattern;
import scenariorca.errors.Blanks;
import scenariorca.errors.OpenTrace;

/** Says whether a line goes on with the message before it. Remembers the trace that is open. Confined to one thread. */
final class Continuation {
    private static final Pattern TROUBLE = Pattern.compile(
            "(?i)\\b(?:warn|err|fatal|crit|severe|exception|fail|fehler|erreur|panic)|\\w(?:Error|Exception)\\b");
    private static final Pattern NAMED = Pattern.compile(
            "^(?:[A-Za-z_$][\\w$]{0,80}[.:\\\\]{1,2}){0,12}[A-Z]\\w{1,80}(?:Exception|Error|Throwable)\\b.*");
    private static final int HEAD_CHARS = 1_000;

    private final OpenTrace trace = new OpenTrace();
    private boolean hasTrouble;
    private String server = "";

    /** Takes note of a line that belongs to the message. */
    void read(String line) {
        String head = Blanks.plain(line.length() > HEAD_CHARS ? line.substring(0, HEAD_CHARS) : line);
        if (!hasTrouble) {
            hasTrouble = TROUBLE.matcher(head).find();
            server = DatabaseReport.of(head).map(DatabaseReport::writer).orElse(server);
        }
        trace.read(head);
    }

    /** Whether a message can go on with any other, by its first characters: cheap, and no for most. */
    static boolean isPossible(String message) {
        if (message.isEmpty()) {
            return true;
        }
        char first = message.charAt(0);
        char second = message.length() > 1 ? message.charAt(1) : ' ';
        if (first >= '0' && first <= '9') {
            return second == ':' || message.contains(":  ");
        }
        return first != '{' && first != '<' && (first != '[' || Character.isLetter(second));
    }

    /** Whether a trace is under way that the message goes on with, whatever came between them. */
    boolean isInTrace(String message) {
        return isInTrace() && !message.isBlank() && trace.goesOn(firstLine(message));
    }

    /** Whether a trace is under way. */
    boolean isInTrace() {
        return trace.isOpen() && !trace.isEnded();
    }

    /**
     * Whether a message that begins so belongs to the one before.
     *
     * @param isAtOnce whether it came as soon as one statement writes the lines of its trace
     */
    boolean accepts(String message, boolean isAtOnce) {
        if (message.isBlank()) {
            return trace.isOpen();
        }
        String line = firstLine(message);
        if (line.length() > HEAD_CHARS) {
            return false;
        }
        if (isIndented(line)) {
            return !line.stripLeading().startsWith("{");
        }
        if (trace.goesOn(line) || isFrame(line) || !server.isEmpty() && isReported(line)) {
            return true;
        }
        // A trace printed after a harmless line is a message of its own: it must not inherit that line's severity.
        if (!hasTrouble || trace.isOpen() || !isAtOnce) {
            return false;
        }
        return OpenTrace.isBareHead(line) || NAMED.matcher(line).matches();
    }

    private boolean isReported(String line) {
        Optional<DatabaseReport> report = DatabaseReport.of(line);
        return report.isPresent()
                && report.get().isMore()
                && report.get().writer().equals(server);
    }

    /** Whether a message can only be the rest of another one, whatever that is. */
    static boolean isRest(String message) {
        if (message.isBlank()) {
            return false;
        }
        String line = firstLine(message);
        return isIndented(line) && !message.stripLeading().startsWith("{")
                || isFrame(line)
                || line.length() <= HEAD_CHARS
                        && (OpenTrace.isMiddle(line) || NAMED.matcher(line).matches() && line.indexOf('.') > 0);
    }

    private static boolean isFrame(String line) {
        return line.startsWith("Caused by: ")
                || line.startsWith("Suppressed: ")
                || line.startsWith("... ")
                || line.startsWith("at ") && line.indexOf('(') > 0;
    }

    private static boolean isIndented(String line) {
        return Character.isWhitespace(line.charAt(0));
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return Blanks.plain(end < 0 ? message : message.substring(0, end)).stripTrailing();
    }
}
