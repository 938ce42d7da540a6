package scenariorca.logs;

import java.util.regex.Pattern;

/** Says whether a line goes on with the message before it. Remembers whether a Python trace is open. */
final class Continuation {
    private static final Pattern EXCEPTION_HEAD =
            Pattern.compile("^(?:[A-Za-z_$][\\w$]{0,80}\\.){1,12}[A-Z]\\w{0,80}(?:Exception|Error|Throwable)\\b.*");
    private static final Pattern PYTHON_END = Pattern.compile("^[A-Za-z_][\\w.]{0,200}(?:: .*)?$");
    private static final Pattern TROUBLE = Pattern.compile("(?i)\\b(?:warn|err|fatal|crit|severe|exception|fail)");
    private static final int HEAD_CHARS = 1_000;

    private boolean isPython;
    private boolean isAfterEnd;
    private boolean hasException;
    private boolean hasTrouble;

    /** Takes note of a line that belongs to the message. */
    void read(String line) {
        String head = line.length() > HEAD_CHARS ? line.substring(0, HEAD_CHARS) : line;
        hasException |= EXCEPTION_HEAD.matcher(head).matches();
        hasTrouble |= TROUBLE.matcher(head).find();
        if (line.contains("Traceback (most recent call last):")) {
            isPython = true;
            isAfterEnd = false;
        } else if (isPython && !line.isBlank() && !Character.isWhitespace(line.charAt(0)) && !isChain(line)) {
            isAfterEnd = true;
        }
    }

    /** Whether a message can go on with any other, by its first character: cheap, and no for most. */
    static boolean isPossible(String message) {
        if (message.isEmpty()) {
            return true;
        }
        char first = message.charAt(0);
        return Character.isWhitespace(first)
                || Character.isLetter(first)
                || first == '_'
                || first == '$'
                || first == '.';
    }

    /** Whether a message that begins so belongs to the one before. */
    boolean accepts(String message) {
        if (message.isBlank()) {
            return isPython;
        }
        String line = message.lines().findFirst().orElse("");
        if (line.length() > HEAD_CHARS) {
            return false;
        }
        char first = line.charAt(0);
        if (Character.isWhitespace(first)) {
            return !line.stripLeading().startsWith("{");
        }
        if (isFrame(line)) {
            return true;
        }
        if (isPython && isChain(line)) {
            return true;
        }
        // A trace printed after a harmless line is a message of its own: it must not inherit that line's severity.
        if (line.startsWith("Traceback (most recent call last):")) {
            return hasTrouble || isPython;
        }
        return isPython && !isAfterEnd && PYTHON_END.matcher(line).matches()
                || !isPython
                        && hasTrouble
                        && !hasException
                        && EXCEPTION_HEAD.matcher(line).matches();
    }

    /** Whether a message can only be the rest of another one, whatever that is. */
    static boolean isRest(String message) {
        if (message.isBlank()) {
            return false;
        }
        String line = message.lines().findFirst().orElse("");
        return Character.isWhitespace(message.charAt(0))
                        && !message.stripLeading().startsWith("{")
                || isFrame(line)
                || isChain(line)
                || EXCEPTION_HEAD
                        .matcher(line.substring(0, Math.min(line.length(), HEAD_CHARS)))
                        .matches();
    }

    private static boolean isFrame(String line) {
        return line.startsWith("Caused by: ")
                || line.startsWith("Suppressed: ")
                || line.startsWith("... ")
                || line.startsWith("at ") && line.indexOf('(') > 0;
    }

    private static boolean isChain(String line) {
        return line.startsWith("During handling of the above exception")
                || line.startsWith("The above exception was the direct cause");
    }
}
