package scenariorca.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import scenariorca.cli.Screen.Look;
import scenariorca.report.ErrorPattern;

/** An error pattern as a screenful: what it says, since when, whether it goes on, and whom it hits. */
final class PatternText {
    private static final int MOST = 5;
    private static final int HOURS = 12;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private PatternText() {}

    static String of(ErrorPattern pattern, Screen screen) {
        screen.labelled("pattern", Look.PLAIN, pattern.pattern());
        screen.labelled(
                "category",
                Look.PLAIN,
                pattern.category() + (pattern.categoryRule() == null ? "" : ", by rule " + pattern.categoryRule()));
        screen.labelled(
                "seen",
                Look.PLAIN,
                "%,d times, in %,d runs of %,d scenarios"
                        .formatted(pattern.occurrenceCount(), pattern.runCount(), pattern.scenarioCount()));
        screen.labelled("first", Look.PLAIN, time(pattern.firstSeenAt()));
        screen.labelled("last", Look.PLAIN, time(pattern.lastSeenAt()));
        pattern.byHour().stream()
                .skip(Math.max(0, pattern.byHour().size() - HOURS))
                .forEach(hour -> screen.labelled(
                        "hour",
                        Look.PLAIN,
                        "%s: %d runs, %d calculations, %d log lines"
                                .formatted(
                                        TIME.format(hour.hourStart()),
                                        hour.runCount(),
                                        hour.calculationCount(),
                                        hour.logCount())));
        list(
                screen,
                "nodes",
                pattern.topNodes().stream()
                        .map(node -> node.nodeName() + " (" + node.runCount() + ")")
                        .toList());
        list(
                screen,
                "scenarios",
                pattern.scenarios().stream()
                        .map(scenario -> scenario.scenarioName() + " (" + scenario.runCount() + ")")
                        .toList());
        list(
                screen,
                "users",
                pattern.users().stream()
                        .map(user -> user.userId() + " (" + user.runCount() + ")")
                        .toList());
        return screen.lines();
    }

    /** The first few, each with its runs. */
    private static void list(Screen screen, String label, List<String> all) {
        int more = all.size() - MOST;
        screen.labelled(
                label,
                Look.PLAIN,
                String.join(", ", all.subList(0, Math.min(MOST, all.size())))
                        + (more > 0 ? " and " + more + " more" : ""));
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "unknown" : TIME.format(at);
    }
}
