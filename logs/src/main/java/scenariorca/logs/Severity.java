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
        "TRACE", "TRC", "DEBUG", "DBG", "DBUG", "INFO", "INF", "NOTICE", "NOTE", "WARN", "WRN", "ERR", "FAIL", "SEVERE",
        "FATAL", "FTL", "CRI", "CRT", "PANIC", "FINE", "ALERT", "EMERG", "SUCCESS", "VERBOSE", "SYSTEM"
    };

    /** Whether a text may begin with the word of a severity, in brackets or not: cheap, and no for most. */
    static boolean mayStart(String text) {
        int from = !text.isEmpty() && "[(<|{".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
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
            case "TRACE", "TRC", "TRCE", "DEBUG", "DBG", "DBUG", "FINE", "FINER", "FINEST", "VERBOSE", "VRB", "SILLY" ->
                Optional.of(DEBUG);
            case "DEBUG1", "DEBUG2", "DEBUG3", "DEBUG4", "DEBUG5", "D1", "D2", "D3", "D4", "D5", "D", "T", "V" ->
                Optional.of(DEBUG);
            case "INFO",
                    "INF",
                    "INFORMATION",
                    "INFORMATIONAL",
                    "NOTICE",
                    "NOTE",
                    "CONFIG",
                    "LOG",
                    "I",
                    "N",
                    "SUCCESS" -> Optional.of(INFO);
            case "DEFAULT", "SYSTEM", "HTTP", "ACCESS" -> Optional.of(INFO);
            case "WARN", "WARNING", "WRN", "W" -> Optional.of(WARN);
            case "ERROR", "ERR", "EROR", "SEVERE", "E", "FAIL", "FAILURE" -> Optional.of(ERROR);
            case "FATAL",
                    "FTL",
                    "CRITICAL",
                    "CRIT",
                    "CRT",
                    "ALERT",
                    "EMERG",
                    "EMERGENCY",
                    "PANIC",
                    "DPANIC",
                    "F",
                    "C" -> Optional.of(FATAL);
            case "10", "20", "100" -> Optional.of(DEBUG);
            case "30", "200", "250" -> Optional.of(INFO);
            case "40", "300" -> Optional.of(WARN);
            case "50", "400" -> Optional.of(ERROR);
            case "60", "500", "550", "600" -> Optional.of(FATAL);
            default -> SpokenLevels.of(word.strip().toUpperCase(Locale.ROOT));
        };
    }

    /** By a syslog number: 0 (emergency) to 7 (debug). */
    static Optional<Severity> ofSyslog(int number) {
        return switch (number) {
            case 0, 1, 2 -> Optional.of(FATAL);
            case 3 -> Optional.of(ERROR);
            case 4 -> Optional.of(WARN);
            case 5, 6 -> Optional.of(INFO);
            case 7 -> Optional.of(DEBUG);
            default -> Optional.empty();
        };
    }

    /** By a number on the scale that its field is known for; empty when it is not on it. */
    static Optional<Severity> ofNumber(FieldRole scale, String number) {
        int value;
        try {
            value = Integer.parseInt(number.strip());
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
        return switch (scale) {
            case LEVEL_SYSLOG -> ofSyslog(value);
            // Four numbers for each of TRACE, DEBUG, INFO, WARN, ERROR, FATAL.
            case LEVEL_OTLP -> at((value - 1) / 4 - 1, value, 1, 24);
            case LEVEL_PYTHON -> at(value / 10 - 1, value, 10, 50);
            case LEVEL_LOGBACK -> at(value / 10_000 - 1, value, 5_000, 50_000);
            case LEVEL_AZURE -> at(value, value, 0, 4);
            default -> Optional.empty();
        };
    }

    private static Optional<Severity> at(int index, int value, int from, int to) {
        boolean isOnScale = value >= from && value <= to;
        return isOnScale ? Optional.of(values()[Math.max(0, index)]) : Optional.empty();
    }
}
