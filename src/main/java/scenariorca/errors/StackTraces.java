package scenariorca.errors;

import java.util.List;
import java.util.Optional;

/** Recognises stack traces in a text. */
public final class StackTraces {
    /** Deeper traces are cut: the innermost frames come first in Java and are kept at the end in Python. */
    static final int MAX_LINES = 2_000;

    private StackTraces() {}

    /** The stack trace in the text; empty when there is none. Never throws. */
    public static Optional<StackTrace> find(String text) {
        if (text.indexOf('\n') < 0) {
            return Optional.empty();
        }
        List<String> lines = text.lines().limit(MAX_LINES).toList();
        return PythonTrace.find(lines).or(() -> JavaTrace.find(lines));
    }
}
