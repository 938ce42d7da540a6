package scenariorca.cli;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.cli.Screen.Look;
import scenariorca.cli.ScreenTable.Column;
import scenariorca.report.AuditTrail;
import scenariorca.report.ScenarioCard;

/** A scenario for the terminal. Times are in UTC. */
final class ScenarioText {
    private ScenarioText() {}

    static String of(ScenarioCommand.Told told, Screen screen) {
        card(told.scenario(), screen);
        screen.blank();
        if (told.runs().isEmpty()) {
            screen.text(Look.PLAIN, "It never ran.");
        } else {
            RunsTable.on(screen, told.runs());
        }
        if (told.trail() != null) {
            screen.blank();
            KnownText.on(screen, told.knownAt());
            trail(told.trail(), Objects.requireNonNullElse(told.eventCount(), 0L), screen);
        }
        return screen.lines();
    }

    private static void card(ScenarioCard card, Screen screen) {
        screen.text(Look.BOLD, CellText.or(card.scenarioName(), "An unnamed scenario"));
        screen.labelled("scenario", Look.PLAIN, card.scenarioId().toString());
        screen.labelled("status", Look.PLAIN, CellText.or(card.currentStatus(), ""));
        screen.labelled("model", Look.PLAIN, joined(card.modelName(), card.therapeuticArea(), card.diseaseArea()));
        screen.labelled("cycle", Look.PLAIN, CellText.or(card.cycleName(), ""));
        screen.labelled("where", Look.PLAIN, joined(card.regionName(), card.countryName(), card.currency()));
        screen.labelled("years", Look.PLAIN, years(card));
        screen.labelled(
                "created",
                Look.PLAIN,
                CellText.minute(card.createdAt()) + (card.createdBy() == null ? "" : " by " + card.createdBy()));
    }

    private static String years(ScenarioCard card) {
        return card.startYear() == null || card.endYear() == null ? "" : card.startYear() + " to " + card.endYear();
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
    }

    private static void trail(List<AuditTrail.Event> events, long all, Screen screen) {
        if (events.isEmpty()) {
            screen.text(Look.PLAIN, "Nothing happened to it in this time.");
            return;
        }
        var table = new ScreenTable(
                Column.whole("at (UTC)"), Column.whole("event"), Column.text("user"), Column.text("what happened"));
        for (AuditTrail.Event event : events) {
            table.row(
                    "",
                    CellText.minute(event.timestamp()),
                    CellText.plain(event.eventType()),
                    CellText.or(event.user()),
                    event.description());
        }
        table.on(screen);
        screen.text(
                Look.PLAIN,
                events.size() < all
                        ? "The newest %s of %s events; --events shows more."
                                .formatted(CellText.number(events.size()), CellText.number(all))
                        : CellText.count(all, "event") + ".");
    }
}
