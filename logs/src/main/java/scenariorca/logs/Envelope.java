package scenariorca.logs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a container or a function runtime put around a line.
 *
 * @param text the line inside
 * @param severity the runtime's word for it; null when it says none
 * @param requestId the runtime's request id; null when it says none
 * @param time the runtime's time; null when it says none
 */
record Envelope(
        String text,
        @Nullable Severity severity,
        @Nullable UUID requestId,
        @Nullable Instant time) {
    private static final String UUID_TEXT =
            "([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})";
    private static final Pattern COMPOSE = Pattern.compile("^[a-z][a-z0-9_.-]{0,60}[_-]?\\d*\\s{1,20}\\| ");
    private static final Pattern LAMBDA_PLATFORM = Pattern.compile(
            "^(START|END|REPORT|INIT_START|INIT_REPORT|RESTORE_START|RESTORE_REPORT|EXTENSION|XRAY)\\s(?:RequestId: "
                    + UUID_TEXT + ")?");
    private static final Pattern LAMBDA_FAILURE =
            Pattern.compile("\\b(?:Status|Runtime Status|State): (?:timeout|error|failure|failed)\\b|\\bError Type: ");
    private static final Pattern LAMBDA_EXIT =
            Pattern.compile("^RequestId: " + UUID_TEXT + " (?=Error: |Process exited)");
    private static final Pattern LAMBDA_NODE = Pattern.compile(
            "^(\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,20}Z)\\t(?:" + UUID_TEXT + "|undefined)\\t(?:([A-Z]{4,8})\\t)?");
    private static final Pattern LAMBDA_PYTHON =
            Pattern.compile("^\\[([A-Z]{4,8})\\]\\t(\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,20}Z)\\t(?:" + UUID_TEXT + ")?\\t?");
    private static final Pattern LAMBDA_TIMEOUT =
            Pattern.compile("^(\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,20}Z) " + UUID_TEXT + " (?=Task timed out after)");

    private static final int DATE_CHARS = 10;
    private static final int MAX_TIME_CHARS = 48;

    static Envelope open(String text) {
        Optional<ContainerLine> container = ContainerLine.read(text).filter(line -> text.charAt(0) != '{');
        if (container.isPresent()) {
            Envelope inner = unwrapped(container.get().text());
            @Nullable Instant outer = time(container.get().time());
            return new Envelope(inner.text, inner.severity, inner.requestId, inner.time == null ? outer : inner.time);
        }
        return unwrapped(text);
    }

    private static Envelope unwrapped(String text) {
        if (text.isEmpty()) {
            return none(text);
        }
        char first = text.charAt(0);
        if (first >= 'A' && first <= 'Z') {
            return platform(text);
        }
        if (first == '[') {
            Matcher python = LAMBDA_PYTHON.matcher(text);
            return python.find()
                    ? new Envelope(
                            text.substring(python.end()),
                            severity(python.group(1)),
                            id(python.group(3)),
                            time(python.group(2)))
                    : none(text);
        }
        if (Character.isDigit(first)) {
            return dated(text);
        }
        if (text.indexOf("| ") < 0) {
            return none(text);
        }
        Matcher compose = COMPOSE.matcher(text);
        return compose.find() ? none(text.substring(compose.end())) : none(text);
    }

    /** A line of the function platform itself: good unless it says how the invocation failed. */
    private static Envelope platform(String text) {
        Matcher platform = LAMBDA_PLATFORM.matcher(text);
        if (platform.lookingAt()) {
            boolean isFailed = LAMBDA_FAILURE.matcher(text).find();
            Severity severity = isFailed ? Severity.ERROR : Severity.INFO;
            return new Envelope(text.strip(), severity, id(platform.group(2)), null);
        }
        Matcher exit = LAMBDA_EXIT.matcher(text);
        return exit.lookingAt()
                ? new Envelope(text.substring(exit.end()), Severity.ERROR, id(exit.group(1)), null)
                : none(text);
    }

    /** What follows the time says whose line it may be: a tab, or a request that ran out of time. */
    private static Envelope dated(String text) {
        int end = timeEnd(text);
        if (end < 0) {
            return none(text);
        }
        if (text.charAt(end) == '\t') {
            Matcher node = LAMBDA_NODE.matcher(text);
            return node.find()
                    ? new Envelope(
                            text.substring(node.end()), severity(node.group(3)), id(node.group(2)), time(node.group(1)))
                    : none(text);
        }
        if (!text.startsWith("Task timed out", end + 2 + Uuids.LENGTH)) {
            return none(text);
        }
        Matcher timeout = LAMBDA_TIMEOUT.matcher(text);
        return timeout.find()
                ? new Envelope(
                        text.substring(timeout.end()), Severity.ERROR, id(timeout.group(2)), time(timeout.group(1)))
                : none(text);
    }

    /** Where the first word ends, when it can be a time; -1 when it cannot. */
    private static int timeEnd(String text) {
        if (text.length() <= DATE_CHARS || text.charAt(DATE_CHARS) != 'T') {
            return -1;
        }
        for (int at = DATE_CHARS; at < Math.min(text.length(), MAX_TIME_CHARS); at++) {
            if (text.charAt(at) <= ' ') {
                return at;
            }
        }
        return -1;
    }

    private static Envelope none(String text) {
        return new Envelope(text, null, null, null);
    }

    private static @Nullable Severity severity(@Nullable String word) {
        return word == null ? null : Severity.of(word).orElse(null);
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private static @Nullable Instant time(String text) {
        Optional<Instant> time = Timestamps.parse(text);
        return time.orElse(null);
    }
}
