package scenariorca.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.Suspect;
import scenariorca.diagnosis.Verdict;
import scenariorca.report.AuditTrail;
import scenariorca.report.ChangeRow;
import scenariorca.report.Page;
import scenariorca.report.ProblemRow;
import scenariorca.report.RunComparison;
import scenariorca.report.RunDiagnostics;
import scenariorca.report.SearchHit;
import scenariorca.report.UserJourney;

/**
 * Answers in a few lines. What comes from the platform (names, values, error texts, log lines) stands between marks, with
 * line breaks and marks of its own taken out, so that it cannot pass for anything we say.
 */
final class ToolText {
    static final String OPEN = "\u00ab";
    static final String CLOSE = "\u00bb";
    private static final int LINES = 20;
    private static final int CHARACTERS = 400;

    private ToolText() {}

    static String hits(Page<SearchHit> found) {
        return list("hit", found, hit -> "%s %s %s".formatted(hit.kind(), hit.id(), data(hit.label())));
    }

    static String verdict(Verdict verdict) {
        var lines = new ArrayList<String>();
        lines.add(data(verdict.headline()));
        lines.add("class of cause: %s, probability %s"
                .formatted(
                        verdict.verdictClass().name().toLowerCase(Locale.ROOT),
                        percent(verdict.answer().probability())));
        if (verdict.causes().isEmpty()) {
            lines.add("no cause is certain enough to be named");
        }
        for (Suspect suspect : verdict.suspects().stream().limit(3).toList()) {
            lines.add("suspect %d, %s: %s"
                    .formatted(suspect.rank(), percent(suspect.probability()), data(suspect.title())));
        }
        if (!verdict.remedy().putBack().text().isEmpty()) {
            lines.add("to put back: " + data(verdict.remedy().putBack().text()));
        }
        return String.join("\n", lines);
    }

    static String comparison(RunComparison comparison) {
        return "%s\n%d values differ in %d nodes"
                .formatted(
                        data(comparison.message()),
                        comparison.changeCount(),
                        comparison.changedNodes().size());
    }

    static String problems(Page<ProblemRow> found) {
        return list("problem", found, ToolText::problem);
    }

    static String problem(ProblemRow row) {
        String release = row.release() == null ? "" : ", came with release " + data(row.release());
        return "%s %s, %d runs of %d scenarios since %s%s: %s"
                .formatted(
                        row.problemId(),
                        row.state(),
                        row.runCount(),
                        row.scenarioCount(),
                        row.firstSeenAt(),
                        release,
                        data(row.sentence()));
    }

    static String trail(AuditTrail trail) {
        return list(
                "event",
                new Page<>(trail.events(), trail.next()),
                event -> "%s %s: %s".formatted(event.timestamp(), event.eventType(), data(event.description())));
    }

    static String journey(UserJourney journey) {
        return "%d actions in %d days, %d in this answer"
                .formatted(
                        journey.actionCount(),
                        journey.daysAnalyzed(),
                        journey.actions().size());
    }

    static String lines(RunDiagnostics run) {
        return list(
                "log line",
                new Page<>(run.cloudwatchLogs(), run.nextLogs()),
                line -> "%s %s %s".formatted(line.timestamp(), line.severity(), data(line.message())));
    }

    static String changes(Page<ChangeRow> found) {
        return list(
                "change",
                found,
                row -> "%s %s%s: %s%s"
                        .formatted(
                                row.changedAt(),
                                row.kind(),
                                row.changedBy() == null ? "" : " by " + data(row.changedBy()),
                                data(row.description()),
                                row.failedRuns() == 0 ? "" : ", then " + row.failedRuns() + " runs failed"));
    }

    private static <T> String list(String word, Page<T> found, Function<T, String> line) {
        List<T> items = found.items();
        var lines = new ArrayList<String>();
        lines.add("%d %s%s"
                .formatted(items.size(), items.size() == 1 ? word : word + "s", rest(items.size(), found.next())));
        items.stream().limit(LINES).map(line).forEach(lines::add);
        return String.join("\n", lines);
    }

    private static String rest(int count, @Nullable String next) {
        String more = next == null ? "" : "; more with cursor " + next;
        return (count > LINES ? ", the first " + LINES + " here" : "") + more;
    }

    private static String percent(double probability) {
        return Math.round(probability * 100) + " %";
    }

    private static String data(@Nullable String text) {
        String clean = (text == null ? "" : text)
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+", " ")
                .replace(OPEN, "\"")
                .replace(CLOSE, "\"");
        return OPEN + (clean.length() <= CHARACTERS ? clean : clean.substring(0, CHARACTERS) + "...") + CLOSE;
    }
}
