package scenariorca.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import scenariorca.App;
import scenariorca.pipeline.ProblemCuration;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.problems.ProblemActions.Request;
import scenariorca.report.Ids;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.PastTime;
import scenariorca.report.ProblemCard;
import scenariorca.report.ProblemRow;
import scenariorca.report.ProblemsReport;
import scenariorca.report.RunFilter;
import scenariorca.report.Window;
import scenariorca.web.Links;

/** {@code rca problems}: lists what is broken, shows one problem, and records what people do about it. */
@Command(
        name = "problems",
        description = "List what is broken; show, resolve, ignore, assign, annotate and merge problems.",
        mixinStandardHelpOptions = true)
final class ProblemsCommand implements Callable<Integer> {
    private static final String NOTE = "What you say about it; kept with the act.";
    private static final String ID = "The problem's id, or the first digits of it.";

    private final Terminal terminal;

    @Option(names = "--days", defaultValue = "30", description = "Problems seen in the last days (default: 30).")
    private int days;

    @Option(
            names = "--state",
            paramLabel = "<state>",
            description = "Only in this state: new, ongoing, resolved, regressed, ignored; may be given several times.")
    private List<String> states = new ArrayList<>();

    @Option(
            names = "--sort",
            paramLabel = "<order>",
            description = "last_seen (default), first_seen, runs, scenarios or users.")
    private @Nullable String sort;

    @Option(names = "--limit", defaultValue = "50", description = "Most problems to list (default: 50).")
    private int limit;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON.")
    private boolean isJson;

    ProblemsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var filter = new ProblemsReport.Filter(new Window(days), RunFilter.ALL, states, ProblemsReport.What.ANY);
        Page<ProblemRow> found = terminal.ask(
                        reports -> reports.problems().answer(filter, sort, new PageRequest(limit, null)))
                .content();
        terminal.out()
                .print(
                        isJson
                                ? Json.writePretty(found.items()) + "\n"
                                : ProblemText.list(found, days, terminal.screen()));
        return 0;
    }

    @Command(description = "List what is broken: the same as without a word.", mixinStandardHelpOptions = true)
    int list() {
        return call();
    }

    @Command(
            description = "Show what a problem is, since when, for whom, with which release, and what was done.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "<id>", description = ID) String id,
            @Mixin WebOption web,
            @Mixin AsOfOption then) {
        ProblemCard card = card(id, then.wanted());
        if (web.isWanted()) {
            return WebOption.show(Links.problem(card.problem().problemId()), terminal);
        }
        terminal.out().print(isJson ? Json.writePretty(card) + "\n" : ProblemText.of(card, terminal.screen()));
        return 0;
    }

    @Command(
            description = "Say that it is mended; it comes back when it strikes again.",
            mixinStandardHelpOptions = true)
    int resolve(
            @Parameters(paramLabel = "<id>", description = ID) String id,
            @Option(names = "--release", paramLabel = "<name>", description = "The release that mends it.") @Nullable
                    String release,
            @Option(names = "--note", description = NOTE) @Nullable String note) {
        return act(id, new Request("resolve", note, release, null, null));
    }

    @Command(description = "Say that it is not mended, or no longer to be ignored.", mixinStandardHelpOptions = true)
    int reopen(
            @Parameters(paramLabel = "<id>", description = ID) String id,
            @Option(names = "--note", description = NOTE) @Nullable String note) {
        return act(id, new Request("reopen", note, null, null, null));
    }

    @Command(
            description = "Ignore it: until a day, until more runs fail, or for good.",
            mixinStandardHelpOptions = true)
    int ignore(
            @Parameters(paramLabel = "<id>", description = ID) String id,
            @Option(names = "--until", paramLabel = "<day>", description = "Until this day, such as 2026-12-01.")
                    @Nullable
                    String until,
            @Option(names = "--runs", paramLabel = "<n>", description = "Until so many more runs are struck.") @Nullable
                    Integer runs,
            @Option(names = "--note", description = NOTE) @Nullable String note) {
        return act(id, new Request("ignore", note, null, until == null ? null : day(until), runs));
    }

    @Command(description = "Say who looks after it; nobody without a name.", mixinStandardHelpOptions = true)
    int assign(
            @Parameters(index = "0", paramLabel = "<id>", description = ID) String id,
            @Parameters(index = "1", arity = "0..1", paramLabel = "<owner>", description = "Who.") @Nullable
                    String owner) {
        return act(id, new Request("assign", null, owner, null, null));
    }

    @Command(description = "Add a note.", mixinStandardHelpOptions = true)
    int note(
            @Parameters(index = "0", paramLabel = "<id>", description = ID) String id,
            @Parameters(index = "1", paramLabel = "<text>", description = NOTE) String text) {
        return act(id, new Request("note", text, null, null, null));
    }

    @Command(description = "Say that the first is the second.", mixinStandardHelpOptions = true)
    int merge(
            @Parameters(index = "0", paramLabel = "<id>", description = ID) String id,
            @Parameters(index = "1", paramLabel = "<into>", description = "The problem that is left.") String into,
            @Option(names = "--note", description = NOTE) @Nullable String note) {
        return act(id, new Request("merge", note, card(into).problem().problemId(), null, null));
    }

    @Command(description = "Say whether its verdict was right.", mixinStandardHelpOptions = true)
    int verdict(
            @Parameters(index = "0", paramLabel = "<id>", description = ID) String id,
            @Parameters(index = "1", paramLabel = "<right|wrong>", description = "right or wrong.") String judgement,
            @Option(names = "--suspect", paramLabel = "<text>", description = "Which suspect it was.") @Nullable
                    String suspect,
            @Option(names = "--note", description = NOTE) @Nullable String note) {
        return act(id, new Request("verdict_" + judgement, note, suspect, null, null));
    }

    @Command(description = "Take an act back.", mixinStandardHelpOptions = true)
    int undo(
            @Parameters(index = "0", paramLabel = "<id>", description = ID) String id,
            @Parameters(index = "1", paramLabel = "<act>", description = "The act's id, as show lists it.") String act,
            @Option(names = "--note", description = NOTE) @Nullable String note) {
        return act(id, new Request("undo", note, act, null, null));
    }

    private ProblemCard card(String id) {
        return card(id, null);
    }

    private ProblemCard card(String id, @Nullable PastTime asOf) {
        return terminal.ask(reports -> reports.problem().answer(new Ids(reports.search()).problem(id), asOf))
                .content();
    }

    private int act(String id, Request request) {
        String known = card(id).problem().problemId();
        try (App app = App.openFilled(terminal.settings())) {
            String by = "user:" + System.getProperty("user.name", "unknown");
            String act = new ProblemCuration(app.warehouse()).act(known, request, by);
            terminal.out()
                    .println(
                            isJson
                                    ? Json.write(java.util.Map.of("action_id", act))
                                    : "done; ./rca problems undo %s %s takes it back".formatted(known, act));
            return 0;
        }
    }

    private static Instant day(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "--until is \"%s\"; it must be a day such as 2026-12-01".formatted(text),
                    e);
        }
    }
}
