package scenariorca.cli;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import scenariorca.App;
import scenariorca.cli.ScreenTable.Column;
import scenariorca.errors.ErrorCategory;
import scenariorca.pipeline.PatternCuration;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.report.ErrorPattern;
import scenariorca.report.ErrorPatternRow;
import scenariorca.report.ErrorPatternsReport;
import scenariorca.report.Ids;
import scenariorca.report.PageRequest;
import scenariorca.report.RunFilter;
import scenariorca.report.Window;
import scenariorca.web.Links;

/** {@code rca patterns}: lists the error patterns, says why lines are grouped, and records what people decide about them. */
@Command(
        name = "patterns",
        description = "List error patterns; explain, merge, split and categorise them.",
        mixinStandardHelpOptions = true)
final class PatternsCommand implements Callable<Integer> {
    private static final String REASON = "Why; kept with the decision.";

    private final Terminal terminal;

    @Option(names = "--days", defaultValue = "30", description = "Patterns seen in the last days (default: 30).")
    private int days;

    @Option(names = "--limit", defaultValue = "50", description = "Most patterns to list (default: 50).")
    private int limit;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON.")
    private boolean isJson;

    PatternsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var filter = new ErrorPatternsReport.Filter(new Window(days), RunFilter.ALL, null, null, null);
        List<ErrorPatternRow> rows = terminal.ask(
                        reports -> reports.errorPatterns().answer(filter, new PageRequest(limit, null)))
                .content()
                .items();
        terminal.out().print(isJson ? Json.writePretty(rows) + "\n" : table(rows));
        return 0;
    }

    private String table(List<ErrorPatternRow> rows) {
        var screen = terminal.screen();
        var table = new ScreenTable(
                Column.whole("fingerprint"),
                Column.text("category"),
                Column.number("seen"),
                Column.number("runs"),
                Column.whole("last seen (UTC)"));
        for (ErrorPatternRow row : rows) {
            table.row(
                    row.pattern(),
                    row.fingerprint(),
                    row.category(),
                    CellText.number(row.occurrenceCount()),
                    CellText.number(row.runCount()),
                    CellText.minute(row.lastSeenAt()));
        }
        table.on(screen);
        return screen.lines();
    }

    @Command(description = "Show when, where and whom a pattern hit.", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "<fingerprint>", description = "Its fingerprint, or the first digits of it.")
                    String fingerprint,
            @Mixin WebOption web) {
        if (web.isWanted()) {
            return WebOption.show(Links.pattern(known(fingerprint)), terminal);
        }
        ErrorPattern pattern = terminal.ask(
                        reports -> reports.errorPattern().answer(new Ids(reports.search()).pattern(fingerprint)))
                .content();
        terminal.out().print(isJson ? Json.writePretty(pattern) + "\n" : PatternText.of(pattern, terminal.screen()));
        return 0;
    }

    @Command(description = "Say why a line has its pattern.", mixinStandardHelpOptions = true)
    int explain(@Parameters(paramLabel = "<line>", description = "The line, or a whole stack trace.") String line) {
        try (App app = App.openFilled(terminal.settings())) {
            PatternCuration.Explained explained = new PatternCuration(app.warehouse()).explain(line);
            var grouping = explained.grouping();
            terminal.out().println("pattern      " + explained.found().pattern());
            terminal.out().println("fingerprint  " + explained.found().fingerprint());
            terminal.out()
                    .println("category     " + explained.found().category().word() + ", by rule "
                            + explained.found().categoryRule());
            terminal.out()
                    .println("grouped by   " + grouping.rule() + ", " + Math.round(100 * grouping.similarity())
                            + " % of its words the same in every example");
            terminal.out().println("taken out    " + grouping.values());
            grouping.alike().forEach(alike -> terminal.out().println("like         " + alike));
            return 0;
        }
    }

    @Command(description = "Decide that patterns are one error.", mixinStandardHelpOptions = true)
    int merge(
            @Parameters(arity = "2..*", paramLabel = "<fingerprint>") List<String> fingerprints,
            @Option(names = "--reason", defaultValue = "", description = REASON) String reason) {
        Set<String> known = new TreeSet<>();
        fingerprints.forEach(fingerprint -> known.add(known(fingerprint)));
        return decided(reason, (desk, author) -> desk.merge(author, known));
    }

    @Command(
            description = "Decide that the word at a position, from 0, is no variable part of a pattern.",
            mixinStandardHelpOptions = true)
    int split(
            @Parameters(index = "0", paramLabel = "<fingerprint>") String fingerprint,
            @Parameters(index = "1", paramLabel = "<word>") int word,
            @Option(names = "--reason", defaultValue = "", description = REASON) String reason) {
        String known = known(fingerprint);
        return decided(reason, (desk, author) -> desk.split(author, known, word));
    }

    @Command(description = "Decide which category a pattern is of.", mixinStandardHelpOptions = true)
    int category(
            @Parameters(index = "0", paramLabel = "<fingerprint>") String fingerprint,
            @Parameters(index = "1", paramLabel = "<category>") String category,
            @Option(names = "--reason", defaultValue = "", description = REASON) String reason) {
        ErrorCategory chosen = ErrorCategory.of(category)
                .orElseThrow(() -> new RcaException(
                        ErrorCode.INVALID_INPUT,
                        "there is no category %s; use one of %s"
                                .formatted(
                                        category,
                                        String.join(
                                                ", ",
                                                List.of(ErrorCategory.values()).stream()
                                                        .map(ErrorCategory::word)
                                                        .toList()))));
        String known = known(fingerprint);
        return decided(reason, (desk, author) -> desk.category(author, known, chosen));
    }

    @Command(description = "Take a decision back.", mixinStandardHelpOptions = true)
    int undo(
            @Parameters(paramLabel = "<decision>", description = "Its name, such as e3.") String decision,
            @Option(names = "--reason", defaultValue = "", description = REASON) String reason) {
        return decided(reason, (desk, author) -> desk.undo(author, decision));
    }

    @Command(description = "List what was decided, the newest first.", mixinStandardHelpOptions = true)
    int edits() {
        try (App app = App.openFilled(terminal.settings())) {
            for (PatternCuration.Decision decision : new PatternCuration(app.warehouse()).decisions()) {
                terminal.out()
                        .printf(
                                "%-5s %-20s %-12s %-9s %s %s %s%n",
                                decision.id(),
                                decision.at().truncatedTo(ChronoUnit.SECONDS),
                                decision.author(),
                                decision.kind(),
                                String.join(" ", decision.fingerprints()),
                                decision.what().equals("null") ? "" : decision.what(),
                                decision.reason());
            }
            return 0;
        }
    }

    private String known(String fingerprint) {
        return terminal.<String>ask(reports -> new Ids(reports.search()).pattern(fingerprint));
    }

    /** What is decided at the desk. */
    private interface Deed {
        String run(PatternCuration desk, PatternCuration.Author author);
    }

    private int decided(String reason, Deed deed) {
        try (App app = App.openFilled(terminal.settings())) {
            String name = System.getProperty("user.name", "unknown");
            String id = deed.run(new PatternCuration(app.warehouse()), new PatternCuration.Author(name, reason));
            terminal.out().println("done; ./rca patterns undo " + id + " takes it back");
            return 0;
        }
    }
}
