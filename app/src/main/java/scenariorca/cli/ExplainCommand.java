package scenariorca.cli;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scenariorca.bundle.EvidenceBundle;
import scenariorca.diagnosis.Verdict;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.report.Ids;
import scenariorca.report.PastTime;
import scenariorca.report.PastVerdict;
import scenariorca.report.RunVerdicts;
import scenariorca.web.Links;

/** {@code rca explain}: the verdict on a run. */
@Command(
        name = "explain",
        description = "Say why a run failed or got slow, and what the evidence is.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "<run id>", arity = "0..1", description = "The run: its id, or the first digits of it.")
    private @Nullable String runId;

    @Option(
            names = "--from",
            paramLabel = "<file>",
            description = "Explain from an evidence bundle instead, without a warehouse.")
    private @Nullable Path bundle;

    @Option(names = "--all", description = "Show every suspect, cleared change and log line, with all evidence.")
    private boolean isWhole;

    @Option(
            names = "--history",
            description = "Show what was said of the run each time the verdict changed, and what people said of it.")
    private boolean isHistory;

    @Mixin
    private AsOfOption then = new AsOfOption();

    @Mixin
    private WebOption web = new WebOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (bundle != null) {
            return explainAgain(bundle);
        }
        String asked = runId;
        if (asked == null) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "explain needs a run's id, or --from and an evidence bundle; ./rca explain --help tells all");
        }
        if (web.isWanted()) {
            UUID run = terminal.ask(reports -> new Ids(reports.search()).run(asked));
            return WebOption.show(Links.run(run), terminal);
        }
        if (isHistory) {
            RunVerdicts run = terminal.ask(
                            reports -> reports.runVerdicts().answer(new Ids(reports.search()).run(asked)))
                    .content();
            terminal.out().println(isJson ? Json.writePretty(run) : VerdictHistoryText.of(run, terminal.screen()));
            return 0;
        }
        PastTime asOf = then.wanted();
        if (asOf != null) {
            PastVerdict told = terminal.ask(
                            reports -> reports.pastVerdict().answer(new Ids(reports.search()).run(asked), asOf))
                    .content();
            terminal.out().println(isJson ? Json.writePretty(told) : KnownText.of(told, terminal.screen()));
            return 0;
        }
        print(terminal.ask(reports -> reports.explanation().answer(new Ids(reports.search()).run(asked)))
                .content());
        return 0;
    }

    /** 1 when this version of the program judges otherwise than the one that made the bundle. */
    private int explainAgain(Path file) {
        EvidenceBundle read = EvidenceBundle.read(file);
        Verdict verdict = read.verdict();
        print(verdict);
        if (read.isSameVerdict(verdict)) {
            return 0;
        }
        terminal.err()
                .println(
                        "rca: version %s, which made the bundle, judged otherwise than this one, %s; verdict.json in it is that verdict"
                                .formatted(read.program(), EvidenceBundle.programVersion()));
        return 1;
    }

    private void print(Verdict verdict) {
        terminal.out()
                .println(isJson ? Json.writePretty(verdict) : VerdictText.of(verdict, isWhole, terminal.screen()));
    }
}
