package scenariorca.cli;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scenariorca.App;
import scenariorca.diagnosis.Verdict;
import scenariorca.pipeline.ProblemCuration;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.problems.Judgement;
import scenariorca.report.Answer;
import scenariorca.report.Ids;
import scenariorca.report.Judgements;

/** {@code rca feedback}: says whether the verdict on a run is right. */
@Command(
        name = "feedback",
        description = "Say whether the verdict on a run is right, or which suspect it was.",
        mixinStandardHelpOptions = true)
final class FeedbackCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "<run id>", description = "The run: its id, or the first digits of it.")
    private String runId = "";

    @Parameters(index = "1", paramLabel = "<right|wrong>", description = "right or wrong.")
    private String said = "";

    @Option(
            names = "--suspect",
            paramLabel = "<suspect>",
            description = "Which it was: its rank or title as explain shows them, or your own words.")
    private @Nullable String suspect;

    @Option(names = "--note", description = "What you say about it; kept with it.")
    private @Nullable String note;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    FeedbackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A judgement, and the problem it is kept with. */
    private record Told(@Nullable String problemId, Judgement judgement) {}

    @Override
    public Integer call() {
        Told told = terminal.ask(reports -> {
                    UUID run = new Ids(reports.search()).run(runId);
                    Answer<Verdict> verdict = reports.explanation().answer(run);
                    return new Answer<>(
                            new Told(
                                    reports.runVerdicts().answer(run).content().problemId(),
                                    Judgements.of(verdict.content(), said, suspect, note)),
                            verdict.freshness());
                })
                .content();
        String problem = told.problemId();
        if (problem == null) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "There is no verdict on run %s that could be judged"
                            .formatted(told.judgement().runId()));
        }
        try (App app = App.openFilled(terminal.settings())) {
            String by = "user:" + System.getProperty("user.name", "unknown");
            String act = new ProblemCuration(app.warehouse()).judge(problem, told.judgement(), by);
            terminal.out()
                    .println(
                            isJson
                                    ? Json.write(Map.of("action_id", act))
                                    : "kept; ./rca problems undo %s %s takes it back".formatted(problem, act));
            return 0;
        }
    }
}
