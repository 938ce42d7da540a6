package scenariorca.logs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log event, read. */
public sealed interface LogLine {
    /** The event it was read from. */
    LogEvent event();

    Severity severity();

    /** What it says, without the prefixes of loggers and containers. */
    String message();

    /** Whom it speaks of. */
    LogIds ids();

    /** Where in the program it comes from. */
    LogOrigin origin();

    /** The other fields of a structured line, flat: {@code http.url}. */
    Map<String, String> fields();

    /**
     * A message of a program.
     *
     * @param stackTrace the stack trace under it; null without one
     * @param fields the other fields of a structured line, flat: {@code http.url}
     */
    record Message(
            LogEvent event,
            Severity severity,
            String message,
            LogIds ids,
            LogOrigin origin,
            @Nullable String stackTrace,
            Map<String, String> fields)
            implements LogLine {
        public Message {
            fields = Map.copyOf(fields);
        }
    }

    /** A request answered. */
    record Access(
            LogEvent event,
            Severity severity,
            String message,
            LogIds ids,
            LogOrigin origin,
            HttpRequest request,
            Map<String, String> fields)
            implements LogLine {
        public Access {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * An event that could not be read; kept and counted.
     *
     * @param reason why. Example: {@code broken JSON}
     */
    record Unparsed(LogEvent event, String message, String reason) implements LogLine {
        @Override
        public Severity severity() {
            return Severity.UNKNOWN;
        }

        @Override
        public LogIds ids() {
            return LogIds.NONE;
        }

        @Override
        public LogOrigin origin() {
            return LogOrigin.NONE;
        }

        @Override
        public Map<String, String> fields() {
            return Map.of();
        }
    }
}
