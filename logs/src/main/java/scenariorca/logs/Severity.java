package scenariorca.logs;

import java.util.Locale;
import java.util.Optional;

/** How serious a log line is, by its own word. */
public enum Severity {
    DEBUG,
    INFO,
    WARN,
    ERROR,
    FATAL,
    /** The line says none. */
    UNKNOWN;

    private static final String[] WORDS = {
        "TRACE", "DEBUG", "INFO", "NOTICE", "WARN", "ERR", "SEVERE", "FATAL", "CRIT", "PANIC", "FINE"
    };

    /** Whether a text may begin with the word of a severity, in brackets or not: cheap, and no for most. */
    static boolean mayStart(String text) {
        int from = !text.isEmpty() && "[(<|".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        for (String word : WORDS) {
            if (text.regionMatches(true, from, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** The severity for a word or a number of any logging library; empty when it is none of them. */
    public static Optional<Severity> of(String word) {
        return switch (word.strip().toUpperCase(Locale.ROOT)) {
            case "TRACE", "DEBUG", "DBG", "FINE", "FINER", "FINEST", "VERBOSE", "SILLY", "D", "T", "10", "20" ->
                Optional.of(DEBUG);
            case "INFO", "INF", "INFORMATION", "INFORMATIONAL", "NOTICE", "CONFIG", "LOG", "I", "30" ->
                Optional.of(INFO);
            case "WARN", "WARNING", "WRN", "W", "40" -> Optional.of(WARN);
            case "ERROR", "ERR", "SEVERE", "E", "50" -> Optional.of(ERROR);
            case "FATAL", "CRITICAL", "CRIT", "ALERT", "EMERG", "EMERGENCY", "PANIC", "F", "60" -> Optional.of(FATAL);
            default -> Optional.empty();
        };
    }
}
