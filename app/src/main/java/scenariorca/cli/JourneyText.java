package scenariorca.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import scenariorca.cli.Screen.Look;
import scenariorca.cli.ScreenTable.Column;
import scenariorca.report.JourneyOutline;
import scenariorca.report.UserJourney.Metrics;
import scenariorca.report.UserJourney.UserAction;
import scenariorca.report.UserJourney.UserSession;

/** What somebody did, for the terminal. Times are in UTC. */
final class JourneyText {
    private JourneyText() {}

    /** @param limit most sittings */
    static String of(JourneyOutline journey, int limit, Screen screen) {
        Metrics metrics = journey.metrics();
        screen.text(
                Look.BOLD,
                "%s: %s in %s, %s, on %s"
                        .formatted(
                                journey.userId(),
                                CellText.count(journey.actionCount(), "action"),
                                CellText.count(journey.daysAnalyzed(), "day"),
                                CellText.count(metrics.failedActions(), "failure"),
                                CellText.count(metrics.scenarioCount(), "scenario")));
        if (journey.actionCount() == 0) {
            return screen.lines();
        }
        screen.text(
                Look.PLAIN,
                "%s on %s, on average %s; most often %s"
                        .formatted(
                                CellText.count(metrics.sessionCount(), "sitting"),
                                CellText.count(metrics.activeDays(), "day"),
                                CellText.duration(metrics.averageSessionSeconds()),
                                often(metrics.actionsByType())));
        screen.blank();
        sittings(journey, limit, screen);
        screen.blank();
        actions(journey.actions(), screen);
        long left = journey.actionCount() - journey.actions().size();
        if (left > 0) {
            screen.text(Look.PLAIN, CellText.count(left, "older action") + "; --limit lists more.");
        }
        return screen.lines();
    }

    private static String often(Map<String, Integer> byType) {
        return byType.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(entry -> CellText.plain(entry.getKey()) + " (" + CellText.number(entry.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static void sittings(JourneyOutline journey, int limit, Screen screen) {
        var table = new ScreenTable(
                Column.whole("sitting (UTC)"),
                Column.number("length"),
                Column.number("actions"),
                Column.number("failed"),
                Column.text("scenarios"));
        List<UserSession> newest = journey.sessions().reversed();
        for (UserSession session : newest.stream().limit(limit).toList()) {
            table.row(
                    "",
                    CellText.minute(session.startedAt()),
                    CellText.duration(session.durationSeconds()),
                    CellText.number(session.actionCount()),
                    CellText.number(session.failedActions()),
                    session.scenarioIds().stream()
                            .map(id -> name(journey, id))
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        table.on(screen);
    }

    private static String name(JourneyOutline journey, UUID scenario) {
        return journey.scenarioNames().getOrDefault(scenario, "unnamed");
    }

    private static void actions(List<UserAction> actions, Screen screen) {
        var table = new ScreenTable(
                Column.whole("at (UTC)"), Column.whole("action"), Column.whole("went"), Column.text("scenario"));
        for (UserAction action : actions) {
            table.row(
                    CellText.or(action.error(), ""),
                    CellText.minute(action.timestamp()),
                    CellText.plain(action.actionType()).toLowerCase(Locale.ROOT),
                    action.success() == null ? "-" : action.success() ? "well" : "wrong",
                    CellText.or(action.scenarioName()));
        }
        table.on(screen);
    }
}
