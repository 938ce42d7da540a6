package scenariorca.cli;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scenariorca.App;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.report.Inquiry;
import scenariorca.report.Reports;
import scenariorca.report.RunComparisonReport;
import scenariorca.warehouse.WarehouseReader;

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
                    "A scenario; or a run, compared with the last that worked before it; or two runs of a scenario.")
    private List<UUID> ids = List.of();

    @Option(names = "--run-a", paramLabel = "<run id>", description = "The baseline; left out, it is found.")
    private @Nullable UUID runA;

    @Option(
            names = "--run-b",
            paramLabel = "<run id>",
            description = "The run compared with it; left out, it is found.")
    private @Nullable UUID runB;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean hasOptions = runA != null || runB != null;
        if (ids.size() > 1 && hasOptions) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "give two run ids, or a scenario id with --run-a and --run-b, not both");
        }
        try (App app = App.open(terminal.settings());
                WarehouseReader reader = WarehouseReader.open(app.warehouse().address(), 1)) {
            RunComparisonReport report =
                    Reports.of(new Inquiry(reader, Clock.systemUTC())).runComparison();
            var question = hasOptions
                    ? new RunComparisonReport.Question(ids.getFirst(), runA, runB)
                    : report.about(ids.getFirst(), ids.size() > 1 ? ids.get(1) : null);
            terminal.out()
                    .println(
                            isJson
                                    ? Json.writePretty(report.answer(question).content())
                                    : text(report.detail(question).content()));
            return 0;
        }
    }

    private static String text(RunComparisonReport.Detail detail) {
        boolean isChosen = detail.choice().equals("given");
        return detail.comparison() == null
                ? detail.message()
                : ComparisonText.of(
                        detail.comparison(), isChosen ? "" : detail.message(), CommandLine.Help.Ansi.AUTO.enabled());
    }
}
