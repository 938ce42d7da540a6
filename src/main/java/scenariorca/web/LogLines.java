package scenariorca.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.Verdict;
import scenariorca.report.RunDiagnostics;
import scenariorca.report.RunDiagnostics.LogEvent;

/**
 * The log of a run, as far as it is asked for.
 *
 * @param events those that match
 * @param total all that belong to the run
 * @param listed all that were read; fewer than total for a run that logged very much
 * @param severities how many of each severity
 * @param chosen the severities asked for; all when empty
 * @param text what the lines must hold; empty for anything
 * @param completeTo up to when logs were loaded; null when they never were
 */
record LogLines(
        List<LogEvent> events,
        long total,
        int listed,
        Map<String, Long> severities,
        List<String> chosen,
        String text,
        @Nullable Instant completeTo) {

    static LogLines of(RunDiagnostics run, Verdict verdict, @Nullable List<String> severities, @Nullable String text) {
        List<String> chosen = severities == null
                ? List.of()
                : severities.stream()
                        .map(word -> word.toUpperCase(Locale.ROOT))
                        .distinct()
                        .toList();
        String wanted = text == null ? "" : text.strip();
        var counts = new TreeMap<String, Long>();
        run.cloudwatchLogs().forEach(event -> counts.merge(event.severity(), 1L, Long::sum));
        List<LogEvent> events = run.cloudwatchLogs().stream()
                .filter(event -> chosen.isEmpty() || chosen.contains(event.severity()))
                .filter(event -> holds(event, wanted.toLowerCase(Locale.ROOT)))
                .toList();
        return new LogLines(
                events,
                run.cloudwatchLogCount(),
                run.cloudwatchLogs().size(),
                counts,
                chosen,
                wanted,
                verdict.completeness().logsCompleteTo());
    }

    private static boolean holds(LogEvent event, String wanted) {
        return wanted.isEmpty()
                || event.message().toLowerCase(Locale.ROOT).contains(wanted)
                || (event.stackTrace() != null
                        && event.stackTrace().toLowerCase(Locale.ROOT).contains(wanted));
    }
}
