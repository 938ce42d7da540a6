package scenariorca.errors;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises stack traces in a text. */
public final class StackTraces {
    /** Deeper traces are cut: the innermost frames come first in Java and are kept at the end in Python. */
    static final int MAX_LINES = 2_000;

    private static final int MAX_BARE_CHARS = 2_000;
    private static final Pattern BARE = Pattern.compile(
            "(?:Caused by: )?((?:[A-Za-z_$][\\w$]*\\.)*[A-Z][\\w$]*(?:Exception|Error|Throwable|Failure|Timeout|Fault))(?:: (.+))?");

    private StackTraces() {}

    /** The stack trace in the text; empty when there is none. Never throws. */
    public static Optional<StackTrace> find(String text) {
        if (text.indexOf('\n') < 0) {
            return Optional.empty();
        }
        List<String> lines = Blanks.plain(text).lines().limit(MAX_LINES).toList();
        return PythonTrace.find(lines)
                .or(() -> GrammarTrace.find(lines))
                .or(() -> JavaTrace.find(lines))
                .or(() -> bare(lines))
                .map(trace -> named(trace, lines));
    }

    /** A trace that names no exception says what stands before it. */
    private static StackTrace named(StackTrace trace, List<String> lines) {
        boolean isNamed = !trace.type().isBlank() || !trace.message().isBlank();
        return isNamed
                ? trace
                : new StackTrace(
                        "",
                        lines.stream()
                                .filter(line -> !line.isBlank())
                                .findFirst()
                                .orElse("")
                                .strip(),
                        trace.frames());
    }

    /** Some loggers write the class of the exception alone, or of each of its causes, without a frame. */
    private static Optional<StackTrace> bare(List<String> lines) {
        return lines.stream()
                .skip(1)
                .filter(line -> line.length() <= MAX_BARE_CHARS)
                .map(line -> BARE.matcher(line.strip()))
                .filter(Matcher::matches)
                .reduce((before, cause) -> cause)
                .map(cause -> {
                    String type = cause.group(1);
                    String said = cause.group(2) == null ? lines.get(0) : cause.group(2);
                    String message = said.startsWith(type + ": ") ? said.substring(type.length() + 2) : said;
                    return new StackTrace(type, message, List.of());
                });
    }
}
