package scenariorca.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import scenariorca.report.Ids;
import scenariorca.report.Period;
import scenariorca.report.RunFilter;
import scenariorca.report.RunsReport;
import scenariorca.web.QueryString;

/** Which runs are asked for: the filters of {@code GET /runs}, as options. */
final class RunOptions {
    @Option(names = "--scenario", paramLabel = "<id>", description = "Only of this scenario; its first digits will do.")
    private @Nullable String scenario;

    @Option(names = "--model", paramLabel = "<id>", description = "Only of this model.")
    private @Nullable UUID model;

    @Option(names = "--area", paramLabel = "<area>", description = "Only of models of this therapeutic area.")
    private @Nullable String therapeuticArea;

    @Option(names = "--disease", paramLabel = "<area>", description = "Only of models of this disease area.")
    private @Nullable String diseaseArea;

    @Option(names = "--environment", paramLabel = "<name>", description = "Only those whose log names this one.")
    private @Nullable String environment;

    @Option(names = "--user", paramLabel = "<name>", description = "Only those this user started.")
    private @Nullable String userId;

    @Option(names = "--owner", paramLabel = "<name>", description = "Only of scenarios this user created.")
    private @Nullable String owner;

    @Option(
            names = "--outcome",
            paramLabel = "<outcome>",
            description =
                    "Only those that ended so: success, failed, timeout, in_progress, unknown, or slow; may be given several times.")
    private List<String> outcomes = new ArrayList<>();

    @Option(names = "--category", paramLabel = "<kind>", description = "Only those with this kind of error.")
    private @Nullable String category;

    @Option(names = "--pattern", paramLabel = "<fingerprint>", description = "Only those with this error pattern.")
    private @Nullable String fingerprint;

    @Option(names = "--problem", paramLabel = "<id>", description = "Only those this problem struck.")
    private @Nullable String problem;

    @Option(names = "--from", paramLabel = "<time>", description = "A UTC day or a time such as 2026-11-20T13:30:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "<time>", description = "As --from; that day or instant included.")
    private @Nullable String to;

    RunsReport.Filter filter(Ids find) {
        return new RunsReport.Filter(
                scenario == null ? null : find.scenario(scenario),
                new RunFilter(model, therapeuticArea, diseaseArea, environment),
                userId,
                owner,
                outcomes,
                category,
                fingerprint == null ? null : find.pattern(fingerprint),
                problem == null ? null : find.problem(problem),
                Period.between(from, to));
    }

    /** The same as the page of runs is asked. */
    QueryString query(RunsReport.Filter filter) {
        return new QueryString()
                .with("scenario_id", filter.scenarioId())
                .with("model_id", model)
                .with("therapeutic_area", therapeuticArea)
                .with("disease_area", diseaseArea)
                .with("environment", environment)
                .with("user_id", userId)
                .with("owner", owner)
                .withAll("outcome", outcomes)
                .with("error_category", category)
                .with("fingerprint", filter.fingerprint())
                .with("problem_id", filter.problemId())
                .with("start_date", from)
                .with("end_date", to);
    }
}
