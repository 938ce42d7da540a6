package scenariorca.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import scenariorca.cli.ScreenTable.Column;
import scenariorca.report.Page;
import scenariorca.report.ProblemCard;
import scenariorca.report.ProblemRow;

/** Problems for the terminal. Times are in UTC. */
final class ProblemText {
    private static final int FEW = 10;

    private ProblemText() {}

    static String list(Page<ProblemRow> found, int days, Screen screen) {
        if (found.items().isEmpty()) {
            screen.text(Screen.Look.PLAIN, "No problem struck a run in the last " + days + " days.");
            return screen.lines();
        }
        var table = new ScreenTable(
                Column.whole("problem"),
                Column.whole("state"),
                Column.number("runs"),
                Column.number("scenarios"),
                Column.extraNumber("people"),
                Column.whole("last seen (UTC)"),
                Column.extra("owner"));
        for (ProblemRow row : found.items()) {
            table.row(
                    row.sentence().replaceFirst("[.]$", "") + came(row),
                    row.problemId(),
                    row.state(),
                    CellText.number(row.runCount()),
                    CellText.number(row.scenarioCount()),
                    CellText.number(row.userCount()),
                    CellText.minute(row.lastSeenAt()),
                    row.owner() == null ? "-" : row.owner());
        }
        table.on(screen);
        if (found.next() != null) {
            screen.text(Screen.Look.PLAIN, "More than these; --limit lists more.");
        }
        return screen.lines();
    }

    static String of(ProblemCard card, Screen screen) {
        ProblemRow row = card.problem();
        screen.text(Screen.Look.PLAIN, row.sentence());
        KnownText.on(screen, card.knownAt());
        screen.text(
                Screen.Look.PLAIN,
                String.format(
                        Locale.ROOT,
                        "%s: %,d runs of %,d scenarios by %,d people, first %s, last %s (UTC)%s.",
                        row.state(),
                        row.runCount(),
                        row.scenarioCount(),
                        row.userCount(),
                        time(row.firstSeenAt()),
                        time(row.lastSeenAt()),
                        came(row)));
        screen.text(Screen.Look.PLAIN, "Owner: " + (row.owner() == null ? "nobody" : row.owner()));
        for (ProblemCard.Cause cause : card.causes().stream().limit(FEW).toList()) {
            screen.indented("  input:    ", Screen.Look.PLAIN, cause(cause));
        }
        for (ProblemCard.Scenario scenario :
                card.scenarios().stream().limit(FEW).toList()) {
            screen.indented(
                    "  scenario: ",
                    Screen.Look.PLAIN,
                    "%s (%s), %d runs, last %s%s"
                            .formatted(
                                    scenario.scenarioName() == null ? "unnamed" : scenario.scenarioName(),
                                    scenario.scenarioId(),
                                    scenario.runCount(),
                                    time(scenario.lastSeenAt()),
                                    scenario.recoveredAt() == null
                                            ? ""
                                            : ", recovered " + time(scenario.recoveredAt())));
        }
        for (ProblemCard.User user : card.users().stream().limit(FEW).toList()) {
            screen.indented(
                    "  person:   ",
                    Screen.Look.PLAIN,
                    "%s, %d runs of %d scenarios, last %s"
                            .formatted(user.userId(), user.runCount(), user.scenarioCount(), time(user.lastSeenAt())));
        }
        for (ProblemCard.Episode episode : card.episodes().stream().limit(FEW).toList()) {
            screen.indented(
                    "  episode:  ",
                    Screen.Look.PLAIN,
                    "%d, from %s, %s, %d runs"
                            .formatted(
                                    episode.episodeNo(),
                                    time(episode.startedAt()),
                                    episode.recoveredAt() == null
                                            ? "lasts"
                                            : "recovered " + time(episode.recoveredAt()),
                                    episode.runCount()));
        }
        card.fixes().stream().limit(FEW).forEach(fix -> screen.indented("  helped:   ", Screen.Look.PLAIN, fix.text()));
        for (ProblemCard.Action action : card.actions().stream().limit(FEW).toList()) {
            screen.indented("  act:      ", Screen.Look.PLAIN, act(action));
        }
        return screen.lines();
    }

    private static String cause(ProblemCard.Cause cause) {
        String by = cause.changedBy() == null ? "" : " by " + cause.changedBy();
        return "%s in %s: %s -> %s%s"
                .formatted(
                        cause.title(),
                        cause.scenarioName() == null ? "an unnamed scenario" : cause.scenarioName(),
                        cause.valueBefore() == null ? "-" : cause.valueBefore(),
                        cause.valueAfter() == null ? "-" : cause.valueAfter(),
                        by);
    }

    private static String act(ProblemCard.Action action) {
        return "%s %s %s by %s%s%s%s"
                .formatted(
                        action.actionId(),
                        time(action.actedAt()),
                        action.actionType(),
                        action.actedBy(),
                        action.argument() == null ? "" : " " + action.argument(),
                        action.note() == null ? "" : ": " + action.note(),
                        action.isUndone() ? " (taken back)" : "");
    }

    private static String came(ProblemRow row) {
        return row.release() == null ? "" : ", since " + row.release() + " of " + time(row.releasedAt());
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "-" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
