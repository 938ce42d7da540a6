package scenariorca.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.PatternDelta;
import scenariorca.logs.Removals;
import scenariorca.report.RunDiagnostics;
import scenariorca.report.RunDiagnostics.LogEvent;

/**
 * The log of a run, as far as it is asked for.
 *
 * @param events those that match
 * @param total all that belong to the run
 * @param listed all that were read; fewer than total for a run that logged very much
 * @param severities how many of each severity
 * @param asked what the events were narrowed to
 * @param completeTo up to when logs were loaded; null when they never were
 * @param news kinds of line that the run it is compared with has not, or far less often
 * @param next continues the events; null when there are no more
 * @param hasLake whether a lake may hold more
 */
record LogLines(
        List<LogEvent> events,
        long total,
        int listed,
        Map<String, Long> severities,
        Asked asked,
        @Nullable Instant completeTo,
        List<PatternDelta> news,
        @Nullable String next,
        boolean hasLake) {
    private static final List<String> ORDER = List.of("FATAL", "ERROR", "WARN", "INFO", "DEBUG", "TRACE");
    private static final Comparator<String> WORST_FIRST = Comparator.comparing(
                    (String severity) -> ORDER.contains(severity) ? ORDER.indexOf(severity) : ORDER.size())
            .thenComparing(Comparator.naturalOrder());

    /**
     * What is wanted of a log.
     *
     * @param severities only these; all when empty
     * @param text what a line must hold; empty for anything
     * @param cursor where the events before ended; null for the first
     */
    record Asked(
            List<String> severities, String text, @Nullable String cursor) {
        static Asked of(@Nullable List<String> severities, @Nullable String text, @Nullable String cursor) {
            List<String> words = severities == null
                    ? List.of()
                    : severities.stream()
                            .map(word -> word.toUpperCase(Locale.ROOT))
                            .distinct()
                            .toList();
            return new Asked(words, text == null ? "" : text.strip(), Filters.given(cursor));
        }

        boolean isNarrow() {
            return !severities.isEmpty() || !text.isEmpty() || cursor != null;
        }

        QueryString query() {
            return new QueryString()
                    .withAll("severity", severities)
                    .with("log", text)
                    .with("log_cursor", cursor);
        }
    }

    static LogLines of(RunDiagnostics run, List<PatternDelta> deltas, Asked asked, boolean hasLake) {
        var counts = new TreeMap<String, Long>(WORST_FIRST);
        run.cloudwatchLogs().forEach(event -> counts.merge(event.severity(), 1L, Long::sum));
        String wanted = asked.text().toLowerCase(Locale.ROOT);
        List<LogEvent> events = run.cloudwatchLogs().stream()
                .filter(event ->
                        asked.severities().isEmpty() || asked.severities().contains(event.severity()))
                .filter(event -> holds(event, wanted))
                .toList();
        return new LogLines(
                events,
                run.cloudwatchLogCount(),
                run.cloudwatchLogs().size(),
                counts,
                asked,
                run.logsCompleteTo(),
                deltas.stream().filter(LogLines::isNews).toList(),
                run.nextLogs(),
                hasLake);
    }

    private static boolean isNews(PatternDelta delta) {
        return delta.kind() == PatternDelta.Kind.NEW || delta.kind() == PatternDelta.Kind.MORE_OFTEN;
    }

    private static boolean holds(LogEvent event, String wanted) {
        return wanted.isEmpty()
                || event.message().toLowerCase(Locale.ROOT).contains(wanted)
                || (event.stackTrace() != null
                        && event.stackTrace().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** What was taken out of the lines shown, as a sentence; null when nothing was. */
    @Nullable
    String removed() {
        List<String> texts = events.stream()
                .flatMap(event -> Stream.of(event.message(), event.stackTrace() == null ? "" : event.stackTrace()))
                .toList();
        Map<String, Integer> removed = Removals.in(texts);
        int total = removed.values().stream().mapToInt(Integer::intValue).sum();
        String kinds = removed.entrySet().stream()
                .map(kind -> Show.count(kind.getValue(), kind.getKey().replace('_', ' ')))
                .collect(Collectors.joining(", "));
        return total == 0
                ? null
                : "%s %s taken out of these lines before they were stored: %s."
                        .formatted(Show.count(total, "value"), total == 1 ? "was" : "were", kinds);
    }

    /** Whether the line is of a kind that the run it is compared with has not. */
    boolean isNew(LogEvent event) {
        return news.stream()
                .filter(delta -> delta.kind() == PatternDelta.Kind.NEW)
                .anyMatch(delta -> matches(delta.pattern(), event.message()));
    }

    /** The words of a pattern, in their order: its variable parts may be anything. */
    private static boolean matches(String pattern, String message) {
        int from = 0;
        for (String part : Pattern.compile("<\\*>").split(pattern)) {
            int at = message.indexOf(part.strip(), from);
            if (at < 0) {
                return false;
            }
            from = at + part.strip().length();
        }
        return true;
    }
}
