package scenariorca.logs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.DataLines;

/**
 * The start of a line in a format of its own: rows of {@code heads.tsv}.
 *
 * @param severity by its own mark; null when it has none
 * @param otherwise by what passed the line on, for a line that says nothing more exact; null when it has none
 * @param origin time, logger, thread and service as far as named
 * @param end where the rest of the line begins
 */
record LineHead(@Nullable Severity severity, @Nullable Severity otherwise, LogOrigin origin, int end) {
    private static final List<Form> FORMS = DataLines.read("/logs/heads.tsv", 4).stream()
            .map(row -> new Form(row[1], levels(row[2]), Pattern.compile(row[3])))
            .toList();
    private static final int ASCII = 128;
    private static final List<List<Form>> BY_START = byStart();

    private record Form(String starts, Map<String, Severity> levels, Pattern expression) {
        @Nullable
        String group(Matcher matcher, String name) {
            return expression.pattern().contains("(?<" + name + ">") ? matcher.group(name) : null;
        }
    }

    private static Map<String, Severity> levels(String marks) {
        var levels = new HashMap<String, Severity>();
        for (String mark : marks.split(" ")) {
            int sign = mark.lastIndexOf('=');
            if (sign > 0) {
                levels.put(mark.substring(0, sign), Severity.valueOf(mark.substring(sign + 1)));
            }
        }
        return levels;
    }

    /** By the character that a line begins with; all that begin with another than these share the last list. */
    private static List<List<Form>> byStart() {
        var table = new ArrayList<List<Form>>();
        for (char letter = 0; letter < ASCII; letter++) {
            String start = String.valueOf(letter);
            table.add(FORMS.stream().filter(form -> form.starts.contains(start)).toList());
        }
        table.add(FORMS.stream()
                .filter(form -> form.starts.chars().anyMatch(letter -> letter >= ASCII))
                .toList());
        return table;
    }

    /**
     * The head of the line; null when it begins in no format of its own.
     *
     * @param near a moment close by, for what its time leaves out
     */
    static @Nullable LineHead read(String line, Instant near) {
        if (line.isEmpty()) {
            return null;
        }
        for (Form form : BY_START.get(Math.min(line.charAt(0), ASCII))) {
            Matcher matcher = form.expression.matcher(line);
            if (matcher.lookingAt()) {
                return head(form, matcher, near);
            }
        }
        return null;
    }

    private static LineHead head(Form form, Matcher matcher, Instant near) {
        @Nullable String level = form.group(matcher, "level");
        @Nullable String logger = form.group(matcher, "logger");
        @Nullable String time = form.group(matcher, "time");
        @Nullable String priority = form.group(matcher, "pri");
        @Nullable Severity severity = level == null ? null : severity(form, level);
        if (severity == null && logger != null && level == null) {
            severity = Severity.of(logger).orElse(null);
        }
        @Nullable
        Severity otherwise = priority == null
                ? null
                : Severity.ofSyslog(Integer.parseInt(priority) % 8).orElse(null);
        var origin = new LogOrigin(
                logger == null || logger.isBlank() || severity != null && level == null ? null : logger,
                form.group(matcher, "thread"),
                form.group(matcher, "service"),
                null,
                time == null ? null : time(time, near));
        return new LineHead(severity, otherwise, origin, matcher.end());
    }

    private static @Nullable Severity severity(Form form, String level) {
        @Nullable Severity own = form.levels.get(level);
        return own == Severity.UNKNOWN
                ? null
                : own != null ? own : Severity.of(level).orElse(null);
    }

    private static @Nullable Instant time(String written, Instant near) {
        Optional<Instant> time = Timestamps.parse(written);
        if (time.isPresent()) {
            return time.get();
        }
        @Nullable WrittenTime found = WrittenTime.at(written, near);
        return found == null ? null : found.time();
    }
}
