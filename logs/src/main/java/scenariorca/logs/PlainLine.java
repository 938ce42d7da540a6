package scenariorca.logs;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of plain text: time, level, thread and logger are taken from its start, in any order; the rest is the message.
 *
 * @param severity its level; empty when it names none
 * @param message what is left
 * @param origin thread, logger and time
 */
record PlainLine(Optional<Severity> severity, String message, LogOrigin origin) {
    private static final Pattern LEVEL = Pattern.compile(
            "^[\\[(<|]?(TRACE|DEBUG|INFO|INFORMATION|NOTICE|WARN|WARNING|ERROR|ERR|SEVERE|FATAL|CRITICAL|CRIT|PANIC|FINE|FINER|FINEST|(?i:error|warning|warn|info|debug|fatal|critical)(?=[\\]:|)]))[\\])>|]?:?(?=\\s|:|$|\\[|\\|)");
    private static final Pattern GLOG =
            Pattern.compile("^([IWEF])\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d+\\s+\\d+ ([\\w./-]+:\\d+)\\] ");
    private static final Pattern BRACKETED = Pattern.compile("^\\[([^\\]\\[]{1,120})\\]");
    private static final Pattern LOGGER = Pattern.compile(
            "^([A-Za-z_$][\\w$]{0,80}(?:[.\\-/][\\w$\\[\\]]{1,80}){0,12})(?:\\(\\w+\\.java:\\d+\\))?\\s{0,20}(?: - |: |:$)");
    private static final Pattern PYTHON_LOGGER = Pattern.compile("^([A-Za-z_][\\w.]{0,120}):(?=[^\\s:/])");
    private static final Pattern FILLER = Pattern.compile("^(?:\\d{1,7}(?=\\s)|---|--|-|\\|)");
    private static final Pattern LATER_LEVEL = Pattern.compile(
            "(?:\\b(?:level|severity|lvl)[\"']?\\s?[=:]\\s?[\"']?(\\w{1,12}))|\\b(WARN|WARNING|ERROR|FATAL|SEVERE|CRITICAL|INFO|DEBUG)\\b");
    private static final int HEAD_CHARS = 300;
    private static final int MAX_STEPS = 10;

    static PlainLine read(String line) {
        Matcher glog = GLOG.matcher(line);
        if (glog.find()) {
            Optional<Severity> severity = Severity.of(glog.group(1));
            return new PlainLine(
                    severity, line.substring(glog.end()), new LogOrigin(glog.group(2), null, null, null, null));
        }
        return new Reader(line).read();
    }

    /** Takes one thing after the other from the start of a line. */
    private static final class Reader {
        private String rest;
        private Optional<Severity> severity = Optional.empty();
        private @Nullable String thread;
        private @Nullable String logger;
        private @Nullable String service;
        private @Nullable Instant time;
        /** Python's {@code LEVEL:logger:message}. */
        private boolean isColonStyle;

        Reader(String line) {
            rest = line;
        }

        PlainLine read() {
            String line = rest;
            for (int step = 0; step < MAX_STEPS && takeOne(); step++) {
                rest = rest.stripLeading();
            }
            if (severity.isEmpty()) {
                severity = later(line);
            }
            var origin = new LogOrigin(logger, thread, service, null, time);
            return new PlainLine(severity, rest.isBlank() ? line.strip() : rest.strip(), origin);
        }

        private boolean takeOne() {
            if (time == null && takeTime()) {
                return true;
            }
            if (severity.isEmpty() && Severity.mayStart(rest) && takeLevel()) {
                return true;
            }
            boolean hasHead = time != null || severity.isPresent();
            if (!hasHead) {
                return false;
            }
            if (service == null && rest.startsWith("[") && takeBracketed()) {
                return true;
            }
            return logger == null && (takeLogger() || severity.isPresent() && takeFiller());
        }

        private boolean takeLevel() {
            Matcher level = LEVEL.matcher(rest);
            if (!level.find()) {
                return false;
            }
            severity = Severity.of(level.group(1));
            int end = level.end() + (rest.startsWith(":", level.end()) ? 1 : 0);
            isColonStyle = end > 0 && end < rest.length() && rest.charAt(end - 1) == ':' && rest.charAt(end) != ' ';
            return take(end);
        }

        private boolean takeBracketed() {
            Matcher bracketed = BRACKETED.matcher(rest);
            if (!bracketed.find() || bracketed.group(1).contains("=")) {
                return false;
            }
            // Of two names in brackets the first is the program's, the second the thread's.
            service = thread;
            thread = bracketed.group(1).strip();
            return take(bracketed.end());
        }

        private boolean takeLogger() {
            Matcher python = PYTHON_LOGGER.matcher(rest);
            if (isColonStyle && python.find()) {
                logger = python.group(1);
                return take(python.end());
            }
            Matcher name = LOGGER.matcher(rest);
            if (severity.isPresent() && mayBeNamed() && name.find() && isLogger(name.group(1))) {
                logger = name.group(1);
                return take(name.end());
            }
            return false;
        }

        /** Whether a colon or a dash follows the first word, as it follows a logger's name. */
        private boolean mayBeNamed() {
            int end = 0;
            while (end < rest.length() && rest.charAt(end) > ' ') {
                end++;
            }
            int next = end;
            while (next < rest.length() && rest.charAt(next) <= ' ') {
                next++;
            }
            boolean isMarked = next < rest.length() && (rest.charAt(next) == '-' || rest.charAt(next) == ':');
            return isMarked || end > 0 && rest.charAt(end - 1) == ':';
        }

        private boolean takeFiller() {
            if (rest.isEmpty() || rest.charAt(0) > '9' && rest.charAt(0) != '|') {
                return false;
            }
            Matcher filler = FILLER.matcher(rest);
            return filler.find() && take(filler.end());
        }

        private boolean takeTime() {
            int start = rest.startsWith("[") ? 1 : 0;
            int end = Timestamps.end(rest.substring(start));
            if (end == 0) {
                return false;
            }
            time = Timestamps.parse(rest.substring(start, start + end)).orElse(null);
            int close = start + end;
            return take(start == 1 && rest.startsWith("]", close) ? close + 1 : close);
        }

        private boolean take(int chars) {
            rest = rest.substring(Math.min(chars, rest.length()));
            return true;
        }

        /** A dotted name or one in camel case; a plain word before a colon is the start of a sentence. */
        private static boolean isLogger(String name) {
            boolean isCamel = name.chars().skip(1).anyMatch(Character::isUpperCase);
            return name.indexOf('.') > 0 || isCamel && !name.matches(".*(?:Exception|Error)");
        }

        private static Optional<Severity> later(String line) {
            String head = line.substring(0, Math.min(line.length(), HEAD_CHARS));
            Matcher matcher = LATER_LEVEL.matcher(head);
            while (matcher.find()) {
                String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                Optional<Severity> found = Severity.of(word);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }
}
