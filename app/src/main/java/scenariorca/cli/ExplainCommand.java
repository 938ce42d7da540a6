package scenariorca.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scenariorca.diagnosis.Verdict;
import scenariorca.platform.Json;
import scenariorca.report.Ids;

/** {@code rca explain}: the verdict on a run. */
@Command(
        name = "explain",
        description = "Say why a run failed or got slow, and what the evidence is.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "<run id>", description = "The run: its id, or the first digits of it.")
    private String runId = "";

    @Option(names = "--all", description = "Show every suspect, cleared change and log line, with all evidence.")
    private boolean isWhole;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Verdict verdict = terminal.ask(reports -> reports.explanation().answer(new Ids(reports.search()).run(runId)))
                .content();
        terminal.out()
                .println(
                        isJson
                                ? Json.writePretty(verdict)
                                : VerdictText.of(verdict, isWhole, CommandLine.Help.Ansi.AUTO.enabled()));
        return 0;
    }
}
