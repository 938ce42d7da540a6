package scenariorca.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scenariorca.cli.ScreenTable.Column;
import scenariorca.platform.Json;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.SearchHit;
import scenariorca.web.Links;

/** {@code rca search}: finds whatever has an id, a name or a text. */
@Command(
        name = "search",
        description =
                "Find whatever has this id, name or error text: runs, scenarios, people, nodes, problems and more.",
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
    private static final int SHOWN_ID = 30;

    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "<text>",
            description =
                    "An id or its first digits, words in any order, a line with an id in it, or a page's address.")
    private List<String> words = List.of();

    @Option(names = "--limit", defaultValue = "20", description = "Most things to list (default: 20).")
    private int limit;

    @Mixin
    private WebOption web = new WebOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    SearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (web.isWanted()) {
            return WebOption.show(Links.search(String.join(" ", words)), terminal);
        }
        Page<SearchHit> found = terminal.ask(
                        reports -> reports.search().answer(String.join(" ", words), new PageRequest(limit, null)))
                .content();
        terminal.out().print(isJson ? Json.writePretty(found.items()) + "\n" : text(found));
        return 0;
    }

    private String text(Page<SearchHit> found) {
        Screen screen = terminal.screen();
        if (found.items().isEmpty()) {
            screen.text(Screen.Look.PLAIN, "Nothing has this id, name or text.");
            return screen.lines();
        }
        var table = new ScreenTable(
                Column.whole("what"), Column.whole("id"), Column.text("name"), Column.extra("at (UTC)"));
        var ids = new CutIds(found.items().stream().map(SearchHit::id).toList());
        for (SearchHit hit : found.items()) {
            table.row(
                    ids.told(hit.id(), CellText.or(hit.detail(), "")),
                    CellText.plain(hit.kind()),
                    Cells.fit(ids.cell(hit.id()), SHOWN_ID),
                    CellText.or(hit.label()),
                    CellText.minute(hit.at()));
        }
        table.on(screen);
        if (found.items().getFirst().rank() > SearchHit.MENDED) {
            screen.text(Screen.Look.PLAIN, "Nothing goes by these words; they were taken for similar ones.");
        }
        if (found.next() != null) {
            screen.text(Screen.Look.PLAIN, "More than these; --limit lists more.");
        }
        return screen.lines();
    }
}
