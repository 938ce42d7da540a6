package scenariorca.cli;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.report.Ids;
import scenariorca.report.RunComparison;
import scenariorca.report.RunComparisonReport;
import scenariorca.web.Links;

/** {@code rca compare}: what differs between two runs of a scenario. */
@Command(
        name = "compare",
        description = "Compare two runs of a scenario: by default the last that worked with the first that failed.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "1..2",
            paramLabel = "<id>",
            description =
                    "A scenario; or a run, compared with the last that worked before it; or two runs of a scenario. Ids, or the"
                            + " first digits of them.")
    private List<String> ids = List.of();

    @Option(names = "--run-a", paramLabel = "<run id>", description = "The baseline; left out, it is found.")
    private @Nullable String runA;

    @Option(
            names = "--run-b",
            paramLabel = "<run id>",
            description = "The run compared with it; left out, it is found.")
    private @Nullable String runB;

    @Mixin
    private WebOption web = new WebOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (ids.size() > 1 && (runA != null || runB != null)) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "give two run ids, or a scenario id with --run-a and --run-b, not both");
        }
        if (web.isWanted()) {
            RunComparison found = terminal.ask(reports -> {
                RunComparisonReport report = reports.runComparison();
                return report.answer(question(new Ids(reports.search()), report))
                        .content();
            });
            if (found.runA() == null || found.runB() == null) {
                throw new RcaException(ErrorCode.NOT_FOUND, found.message());
            }
            return WebOption.show(
                    Links.compare(found.runA().runId(), found.runB().runId()), terminal);
        }
        terminal.out().println(terminal.<String>ask(reports -> {
            RunComparisonReport report = reports.runComparison();
            RunComparisonReport.Question question = question(new Ids(reports.search()), report);
            return isJson
                    ? Json.writePretty(report.answer(question).content())
                    : text(report.whole(question).content());
        }));
        return 0;
    }

    private RunComparisonReport.Question question(Ids find, RunComparisonReport report) {
        UUID first = find.runOrScenario(ids.getFirst());
        return runA != null || runB != null
                ? new RunComparisonReport.Question(first, run(find, runA), run(find, runB))
                : report.about(first, ids.size() > 1 ? find.run(ids.get(1)) : null);
    }

    private static @Nullable UUID run(Ids find, @Nullable String text) {
        return text == null ? null : find.run(text);
    }

    private String text(RunComparison comparison) {
        boolean isChosen = comparison.choice().equals("given");
        return comparison.runA() == null || comparison.runB() == null
                ? comparison.message()
                : ComparisonText.of(comparison, isChosen ? "" : comparison.message(), terminal.screen());
    }
}
