package scenariorca.cli;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scenariorca.App;
import scenariorca.diagnosis.Verdict;
import scenariorca.platform.Json;
import scenariorca.report.Inquiry;
import scenariorca.report.Reports;
import scenariorca.warehouse.WarehouseReader;

/** {@code rca explain}: the verdict on a run. */
@Command(
        name = "explain",
        description = "Say why a run failed or got slow, and what the evidence is.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "<run id>", description = "The run.")
    private UUID runId = new UUID(0, 0);

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (App app = App.open(terminal.settings());
                WarehouseReader reader = WarehouseReader.open(app.warehouse().address(), 1)) {
            Verdict verdict = Reports.of(new Inquiry(reader, Clock.systemUTC()))
                    .explanation()
                    .answer(runId)
                    .content();
            terminal.out()
                    .println(
                            isJson
                                    ? Json.writePretty(verdict)
                                    : VerdictText.of(verdict, CommandLine.Help.Ansi.AUTO.enabled()));
            return 0;
        }
    }
}
