package scenariorca.logs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of plain text: time, level, thread and logger are taken from its start, in any order; the rest is the message.
 *
 * @param severity its level; empty when it names none
 * @param otherwise its level by what passed it on; empty when that names none
 * @param message what is left
 * @param origin thread, logger and time
 * @param bareId an id that stands bare in brackets before the message: the request's; null without one
 */
record PlainLine(
        Optional<Severity> severity,
        Optional<Severity> otherwise,
        String message,
        LogOrigin origin,
        @Nullable UUID bareId) {
    private static final Pattern BRACKETED = Pattern.compile("^\\[([^\\]\\[]{1,120})\\]");
    private static final Pattern LOGGER = Pattern.compile(
            "^([A-Za-z_$][\\w$]{0,80}(?:[.\\-/][\\w$\\[\\]]{1,80}){0,12}(?::[\\w<>]{1,60}:\\d{1,6})?)(?:\\(\\w+\\.java:\\d+\\))?(?:\\[\\d+\\](?=\\s*$|\\s*\\n)|\\s{0,20}(?: - |: |:$))");
    private static final Pattern PYTHON_LOGGER = Pattern.compile("^([A-Za-z_][\\w.]{0,120}):(?=[^\\s:/])");
    private static final Pattern FILLER = Pattern.compile(
            "^(?:\\d{1,7}(?=\\s+[^\\p{L}\\s(])|---|--|-|\\||\\d{1,7}#\\d{1,7}:|\\*\\d{1,9}(?=\\s)|#\\d+(?=\\s)|\\{[\\w./-]{1,80}(?::\\d+)?\\}|<[\\d.]{1,20}>)");
    private static final Pattern PROCESS =
            Pattern.compile("^(?:\\[(?<name>[\\w-]{1,20})\\]|\\(\\w{1,10}=\\d{1,9}\\))(?:\\s+\\d{1,9})?\\s+(?:-\\s+)?");
    private static final int MAX_STEPS = 12;

    /** @param near a moment close by, for what the line's own time leaves out */
    static PlainLine read(String line, Instant near) {
        return new Reader(line, near).read();
    }

    /** Takes one thing after the other from the start of a line. */
    private static final class Reader {
        private final Instant near;
        private String rest;
        private Optional<Severity> severity = Optional.empty();
        private Optional<Severity> otherwise = Optional.empty();
        private LogOrigin head = LogOrigin.NONE;
        private @Nullable String thread;
        private @Nullable String logger;
        private @Nullable String service;
        private @Nullable Instant time;
        private @Nullable UUID bareId;
        private boolean hasTime;
        /** Python's {@code LEVEL:logger:message}. */
        private boolean isColonStyle;

        Reader(String line, Instant near) {
            this.rest = line;
            this.near = near;
        }

        PlainLine read() {
            String line = rest;
            takeHead();
            for (int step = 0; step < MAX_STEPS && takeOne(); step++) {
                rest = rest.stripLeading();
            }
            if (severity.isEmpty()) {
                severity = LaterLevel.find(line);
            }
            var origin = new LogOrigin(
                    logger == null ? head.logger() : logger,
                    thread == null ? head.thread() : thread,
                    service == null ? head.service() : service,
                    null,
                    time == null ? head.loggedAt() : time);
            return new PlainLine(severity, otherwise, rest.isBlank() ? line.strip() : rest.strip(), origin, bareId);
        }

        private void takeHead() {
            @Nullable LineHead found = LineHead.read(rest, near);
            if (found == null) {
                return;
            }
            head = found.origin();
            severity = Optional.ofNullable(found.severity());
            otherwise = Optional.ofNullable(found.otherwise());
            hasTime = head.loggedAt() != null;
            take(found.end());
            rest = rest.stripLeading();
        }

        private boolean takeOne() {
            if (time == null && takeTime()) {
                return true;
            }
            if (severity.isEmpty() && takeLevel()) {
                return true;
            }
            if (bareId == null && takeBareId()) {
                return true;
            }
            boolean hasHead = hasTime || severity.isPresent();
            if (!hasHead) {
                return takeBeforeTime();
            }
            if (service == null && rest.startsWith("[") && takeBracketed()) {
                return true;
            }
            return logger == null && takeLogger() || takeFiller();
        }

        private boolean takeLevel() {
            @Nullable LevelWord level = LevelWord.at(rest, hasTime);
            if (level == null) {
                return false;
            }
            severity = Optional.of(level.severity());
            logger = level.logger() == null ? logger : level.logger();
            int end = level.end() + (rest.startsWith(":", level.end()) ? 1 : 0);
            isColonStyle = end > 0 && end < rest.length() && rest.charAt(end - 1) == ':' && rest.charAt(end) != ' ';
            return take(end);
        }

        /** {@code [<uuid>]} or {@code (<uuid>)}; without brackets only between time and level. */
        private boolean takeBareId() {
            char first = rest.isEmpty() ? ' ' : rest.charAt(0);
            int start = first == '[' || first == '(' || first == '<' || first == '{' ? 1 : 0;
            int end = start + Uuids.LENGTH;
            if (rest.length() < end || rest.charAt(start + 8) != '-') {
                return false;
            }
            @Nullable UUID id = Uuids.parse(rest.substring(start, end)).orElse(null);
            boolean isClosed = start == 1 && end < rest.length() && "])>}".indexOf(rest.charAt(end)) >= 0;
            boolean isBetween = start == 0
                    && hasTime
                    && severity.isEmpty()
                    && end < rest.length()
                    && Severity.mayStart(rest.substring(end).stripLeading());
            if (id == null || !isClosed && !isBetween) {
                return false;
            }
            bareId = id;
            return take(end + start);
        }

        /** A process in brackets, where a time follows. */
        private boolean takeBeforeTime() {
            Matcher process = PROCESS.matcher(rest);
            if (!process.lookingAt()) {
                return false;
            }
            String behind = rest.substring(process.end());
            if (Timestamps.end(behind) == 0 && WrittenTime.at(behind, near) == null) {
                return false;
            }
            @Nullable String name = process.group("name");
            thread = name == null || Character.isDigit(name.charAt(0)) ? null : name;
            return take(process.end());
        }

        private boolean takeBracketed() {
            Matcher bracketed = BRACKETED.matcher(rest);
            if (!bracketed.find() || bracketed.group(1).contains("=")) {
                return false;
            }
            // Of two names in brackets the first is the program's, the second the thread's.
            service = thread;
            thread = bracketed.group(1).strip();
            int end = bracketed.end();
            return take(rest.startsWith(":", end) ? end + 1 : end);
        }

        private boolean takeLogger() {
            Matcher python = PYTHON_LOGGER.matcher(rest);
            if (isColonStyle && python.find()) {
                logger = python.group(1);
                return take(python.end());
            }
            if (!mayBeNamed()) {
                return false;
            }
            Matcher name = LOGGER.matcher(rest);
            // Between a time and a level any name is a logger's; behind the level it must look like one.
            boolean isNamed = name.find()
                    && (severity.isPresent()
                            ? isLogger(name.group(1))
                            : LevelWord.isAt(rest.substring(name.end()).stripLeading()));
            if (isNamed) {
                logger = name.group(1);
                return take(name.end());
            }
            return false;
        }

        /** Whether a colon, a dash or a line's end follows the first word, as it follows a logger's name. */
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
            return isMarked || end > 0 && (rest.charAt(end - 1) == ':' || rest.charAt(end - 1) == ']');
        }

        private boolean takeFiller() {
            boolean isPossible =
                    !rest.isEmpty() && (rest.charAt(0) <= '<' || rest.charAt(0) == '|' || rest.charAt(0) == '{');
            if (!isPossible) {
                return false;
            }
            Matcher filler = FILLER.matcher(rest);
            if (!filler.lookingAt()) {
                return false;
            }
            // A number after a time may be the message's own, unless the level comes next.
            boolean isDash = filler.group().equals("-");
            return (severity.isPresent()
                            || isDash && hasTime
                            || Severity.mayStart(rest.substring(filler.end()).stripLeading()))
                    && take(filler.end());
        }

        private boolean takeTime() {
            int start = rest.startsWith("[") ? 1 : 0;
            String text = start == 0 ? rest : rest.substring(1);
            int end = Timestamps.end(text);
            if (end > 0) {
                time = Timestamps.parse(text.substring(0, end)).orElse(null);
            } else {
                @Nullable WrittenTime written = WrittenTime.at(text, near);
                if (written == null) {
                    return false;
                }
                end = written.end();
                time = written.time();
            }
            hasTime = true;
            int close = start + end;
            return take(start == 1 ? closed(close) : close);
        }

        /** Behind the bracket in which a time stands, with a level that stands in it too: {@code [12:00:01 ERR]}. */
        private int closed(int end) {
            int close = rest.indexOf(']', end);
            if (close < 0 || close - end > 60) {
                return end;
            }
            String[] words = rest.substring(end, close).strip().split("[^A-Za-z0-9_-]+", 3);
            for (int at = 0; at < words.length && severity.isEmpty(); at++) {
                severity = words[at].length() > 1 ? Severity.of(words[at]).filter(one -> true) : severity;
                thread = severity.isPresent() && at + 1 < words.length ? words[at + 1] : thread;
            }
            return close + 1;
        }

        private boolean take(int chars) {
            rest = rest.substring(Math.min(chars, rest.length()));
            return true;
        }

        /** A dotted name or one in camel case; a plain word before a colon is the start of a sentence. */
        private static boolean isLogger(String name) {
            boolean isCamel = name.chars().skip(1).anyMatch(Character::isUpperCase);
            boolean isException = name.endsWith("Exception") || name.endsWith("Error") || name.endsWith("Warning");
            return !isException && (name.indexOf('.') > 0 || isCamel);
        }
    }
}
