package scenariorca.cli;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scenariorca.App;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.LoadStatus;
import scenariorca.pipeline.LoadSummary;
import scenariorca.pipeline.LogCounts;
import scenariorca.pipeline.Pipeline;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.server.StatusServer;
import scenariorca.warehouse.Migration;

/** {@code rca etl}: loads the warehouse from the source. */
@Command(name = "etl", description = "Load the warehouse from the source.", mixinStandardHelpOptions = true)
final class EtlCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--full", description = "Read everything.")
    private boolean isFull;

    @Option(names = "--incremental", description = "Read what changed since the last load (the default).")
    private boolean isIncremental;

    @Option(names = "--scenario-id", paramLabel = "<uuid>", description = "Read one scenario.")
    private @Nullable UUID scenarioId;

    @Option(
            names = "--handed",
            description = "Take in the log lines that a job on a cluster has handed over, nothing else.")
    private boolean isHanded;

    @Option(names = "--follow", description = "Stay, load every ETL_SCHEDULE_MINUTES, and go on after outages.")
    private boolean isFollowing;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean isJson;

    @Option(
            names = "--status-port",
            paramLabel = "<n>",
            description = "With --follow: serve /health/live, /health/ready and /metrics on this port of loopback.")
    private @Nullable Integer statusPort;

    @Mixin
    private LogChoice logs = new LogChoice();

    EtlCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        LoadRequest request = request();
        if (statusPort != null && !isFollowing) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "--status-port goes with --follow");
        }
        try (App app = App.open(terminal.settings())) {
            if (!(request instanceof LoadRequest.LogsOnly)) {
                app.source(); // without one there is nothing to connect to
            }
            Pipeline pipeline = isHanded ? app.pipelineWithoutLogs() : app.pipeline(logs.ask(terminal.settings()));
            if (isFollowing) {
                follow(app, pipeline, request);
                return 0;
            }
            migrate(app);
            LoadSummary summary = pipeline.run(request, new Ticker(terminal.err())::say);
            print(summary);
            pipeline.diagnose(new Ticker(terminal.err())::say);
            return exitCode(summary);
        }
    }

    /** What was loaded stands, but a log group that could not be read must not pass for one without events. */
    private int exitCode(LoadSummary summary) {
        @Nullable LogCounts counts = summary.logs();
        List<String> failed = counts == null ? List.of() : counts.failedGroups();
        if (counts == null || failed.isEmpty()) {
            return 0;
        }
        terminal.err()
                .println("rca: %d of %d log groups could not be read to the end: %s; the notes say why"
                        .formatted(failed.size(), counts.groups().size(), String.join(", ", failed)));
        return ErrorCode.PROBLEM.exitCode();
    }

    private void migrate(App app) {
        List<String> applied = new Migration(app.warehouse()).apply();
        if (!applied.isEmpty()) {
            terminal.err().println("migrated the warehouse first: " + String.join(", ", applied));
        }
    }

    /** Until the process is asked to end. What is wrong at the start is wrong for good; what happens later is not. */
    private void follow(App app, Pipeline pipeline, LoadRequest request) throws InterruptedException {
        migrate(app);
        var watch = new LoadStatus(Clock.systemUTC());
        var stopped = new CountDownLatch(1);
        try (var loading = new Loading(pipeline, terminal.settings(), watch);
                var status = statusPort == null ? null : StatusServer.start(statusPort, watch, Clock.systemUTC())) {
            app.keepAlive();
            app.onShutdown(stopped::countDown);
            if (status != null) {
                terminal.err().println("status at http://127.0.0.1:" + status.port() + "/health/ready and /metrics");
            }
            loading.start(request, isJson ? this::print : _ -> {});
            stopped.await();
        }
    }

    private LoadRequest request() {
        int asked = (isFull ? 1 : 0) + (isIncremental ? 1 : 0) + (scenarioId == null ? 0 : 1);
        if (asked > 1) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "--full, --incremental and --scenario-id exclude each other; give one");
        }
        if (scenarioId != null) {
            return new LoadRequest.OneScenario(scenarioId);
        }
        if (isHanded && (asked > 0 || logs.isAsked())) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "--handed takes in what waits and reads nothing else; every other load takes it in, too");
        }
        if (isHanded || asked == 0 && logs.isAsked()) {
            return new LoadRequest.LogsOnly();
        }
        return isFull ? new LoadRequest.Full() : new LoadRequest.Incremental();
    }

    private void print(LoadSummary summary) {
        if (isJson) {
            terminal.out().println(Json.write(summary));
        } else {
            LoadTable.print(summary, terminal.out());
        }
    }
}
