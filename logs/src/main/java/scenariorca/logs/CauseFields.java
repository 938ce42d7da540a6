package scenariorca.logs;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the fields of a line say of the error under its message: {@code err}, {@code error.message}, {@code errorType}. */
final class CauseFields {
    private static final Set<String> NOTHING = Set.of(
            "",
            "-",
            "null",
            "none",
            "nil",
            "<nil>",
            "false",
            "true",
            "0",
            "{}",
            "[]",
            "undefined",
            "n/a",
            "no",
            "ok",
            "success",
            "no error",
            "noerror",
            "error");
    private static final Set<String> EXCEPTIONS =
            Set.of("exception", "@x", "throwable", "thrown", "excinfo", "exctext");
    private static final int MAX_CHARS = 8_000;

    private @Nullable String type;
    private @Nullable String said;
    private int typeDepth = -1;
    private int saidDepth = -1;

    /** Whether the value says something of the error that was not known; the innermost cause decides. */
    boolean add(FieldRole role, String name, String value) {
        String text = value.strip();
        boolean isSaid = !NOTHING.contains(text.toLowerCase(Locale.ROOT)) && (hasLetter(text) || text.indexOf(' ') > 0);
        int depth = depth(name);
        if (!isSaid || depth <= (role == FieldRole.CAUSE ? saidDepth : typeDepth)) {
            return false;
        }
        if (role == FieldRole.CAUSE) {
            said = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
            saidDepth = depth;
        } else if (text.indexOf(' ') < 0) {
            type = text;
            typeDepth = depth;
        } else {
            return false;
        }
        return true;
    }

    /** How many causes lie around it: {@code error.cause.cause.message} is 2 deep. */
    private static int depth(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int depth = 0;
        for (int at = lower.indexOf("cause"); at >= 0; at = lower.indexOf("cause", at + 1)) {
            depth++;
        }
        return depth;
    }

    private static boolean hasLetter(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    boolean isEmpty() {
        return type == null && said == null;
    }

    /** Class and text of the error, as a trace's first line has them; empty without either. */
    String line() {
        @Nullable String name = type;
        @Nullable String text = said;
        if (name == null || text == null) {
            return name == null ? text == null ? "" : text : name;
        }
        String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('\\')) + 1);
        return text.startsWith(name) || text.startsWith(simple + ":") ? text : name + ": " + text;
    }

    /**
     * The message with the cause, unless it says it already.
     *
     * @param trace the trace that follows: it names the class of the error, so a class alone adds nothing; null without one
     */
    String after(@Nullable String message, @Nullable String trace) {
        String line = line();
        if (message == null || message.isBlank()) {
            return line;
        }
        if (trace != null && line.indexOf(' ') < 0) {
            return message;
        }
        @Nullable String text = said;
        boolean isTold = line.isEmpty() || message.contains(line) || text != null && message.contains(text);
        return isTold ? message : message.stripTrailing().replaceFirst(":$", "") + ": " + line;
    }

    /** A stack trace that begins with its frames gets the line that says which exception it is. */
    String named(String stack, @Nullable String message) {
        boolean isNamed = !stack.isEmpty() && !Character.isWhitespace(stack.charAt(0)) && !stack.startsWith("at ");
        String line = type != null && said == null && message != null ? type + ": " + message : line();
        return isNamed || line.isEmpty() ? stack : line + "\n" + stack;
    }

    /** Whether a text is a stack trace and not the name or the message of an exception. */
    static boolean isTrace(String value) {
        return value.indexOf('\n') >= 0
                || value.startsWith("Traceback")
                || value.contains("\tat ")
                || value.contains(" at ") && value.contains(".java:");
    }

    /** Whether a field holds an exception, if not its trace then its message. */
    static boolean isException(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replace("_", "");
        return EXCEPTIONS.contains(last);
    }
}
