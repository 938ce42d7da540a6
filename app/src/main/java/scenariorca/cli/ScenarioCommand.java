package scenariorca.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scenariorca.platform.Json;
import scenariorca.report.Answer;
import scenariorca.report.AuditTrail;
import scenariorca.report.AuditTrailReport;
import scenariorca.report.Ids;
import scenariorca.report.KnownAt;
import scenariorca.report.PageRequest;
import scenariorca.report.Period;
import scenariorca.report.Reports;
import scenariorca.report.RunRow;
import scenariorca.report.RunsReport;
import scenariorca.report.ScenarioCard;
import scenariorca.web.Links;

/** {@code rca scenario}: what a scenario is, how its runs went, and what happened to it. */
@Command(
        name = "scenario",
        description = "Show a scenario: what it is, its newest runs, and with --trail what happened to it.",
        mixinStandardHelpOptions = true)
final class ScenarioCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "<scenario id>", description = "The scenario: its id, or the first digits of it.")
    private String scenarioId = "";

    @Option(names = "--limit", defaultValue = "10", description = "Most runs to list (default: 10).")
    private int limit;

    @Option(
            names = "--trail",
            description = "Show what happened to it, the newest last: transitions, edits, runs, actions.")
    private boolean hasTrail;

    @Option(
            names = "--event",
            paramLabel = "<type>",
            description =
                    "Only such events: state_change, input_change, event_change, run_started, run_completed, user_action; may be given several times.")
    private List<String> eventTypes = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "<time>",
            description = "Only events from then on: a UTC day or a time such as 2026-11-20T13:30:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "<time>", description = "As --from; that day or instant included.")
    private @Nullable String to;

    @Mixin
    private AsOfOption then = new AsOfOption();

    @Option(names = "--events", defaultValue = "40", description = "Most events to show (default: 40).")
    private int events;

    @Mixin
    private WebOption web = new WebOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    ScenarioCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * A scenario in JSON.
     *
     * @param runs its newest runs
     * @param trail the newest events of it, oldest first; null when nobody asked for them
     * @param eventCount how many events there are in all; null as the trail is
     * @param knownAt as of when the trail was known; null for now
     */
    record Told(
            ScenarioCard scenario,
            List<RunRow> runs,
            @Nullable List<AuditTrail.Event> trail,
            @Nullable Long eventCount,
            @Nullable KnownAt knownAt) {}

    @Override
    public Integer call() {
        if (web.isWanted()) {
            UUID id = terminal.ask(reports -> new Ids(reports.search()).scenario(scenarioId));
            return WebOption.show(Links.scenario(id), terminal);
        }
        Told told = terminal.ask(this::told).content();
        terminal.out().print(isJson ? Json.writePretty(told) + "\n" : ScenarioText.of(told, terminal.screen()));
        return 0;
    }

    private Answer<Told> told(Reports reports) {
        UUID id = new Ids(reports.search()).scenario(scenarioId);
        Answer<ScenarioCard> card = reports.scenarioCard().answer(id);
        List<RunRow> runs = reports.runs()
                .answer(RunsReport.Filter.of(id), new PageRequest(limit, null))
                .content()
                .items();
        boolean isAsked = hasTrail || then.wanted() != null || !eventTypes.isEmpty() || from != null || to != null;
        AuditTrail trail = isAsked ? trail(reports, id) : null;
        return new Answer<>(
                new Told(
                        card.content(),
                        runs,
                        trail == null ? null : trail.events(),
                        trail == null ? null : trail.eventCount(),
                        trail == null ? null : trail.knownAt()),
                card.freshness());
    }

    /** The trail is read from its beginning; the end of it is kept. */
    private AuditTrail trail(Reports reports, UUID id) {
        Period period = Period.between(from, to);
        List<AuditTrail.Event> newest = new ArrayList<>();
        AuditTrail page;
        String cursor = null;
        do {
            page = reports.auditTrail()
                    .answer(new AuditTrailReport.Question(
                            id, period, eventTypes, AuditTrailReport.PAGE, cursor, then.wanted()))
                    .content();
            newest.addAll(page.events());
            newest.subList(0, Math.max(0, newest.size() - events)).clear();
            cursor = page.next();
        } while (cursor != null);
        return new AuditTrail(id, page.eventCount(), newest, null, page.knownAt());
    }
}
