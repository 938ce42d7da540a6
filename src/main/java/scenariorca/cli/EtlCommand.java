package scenariorca.cli;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scenariorca.App;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.LoadSummary;
import scenariorca.pipeline.Pipeline;
import scenariorca.pipeline.Schedule;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.Migration;

/** {@code rca etl}: loads the warehouse from the source. */
@Command(name = "etl", description = "Load the warehouse from the source.", mixinStandardHelpOptions = true)
final class EtlCommand implements Callable<Integer> {
    private static final int DEFAULT_SCHEDULE_MINUTES = 15;

    private final Terminal terminal;

    @Option(names = "--full", description = "Read everything.")
    private boolean isFull;

    @Option(names = "--incremental", description = "Read what changed since the last load (the default).")
    private boolean isIncremental;

    @Option(names = "--scenario-id", paramLabel = "<uuid>", description = "Read one scenario.")
    private @Nullable UUID scenarioId;

    @Option(names = "--follow", description = "Stay, and load every ETL_SCHEDULE_MINUTES.")
    private boolean isFollowing;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean isJson;

    @Mixin
    private LogChoice logs = new LogChoice();

    EtlCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        LoadRequest request = request();
        try (App app = App.open(terminal.settings())) {
            if (!(request instanceof LoadRequest.LogsOnly)) {
                app.source(); // without one there is nothing to connect to
            }
            Pipeline pipeline = app.pipeline(logs.ask(terminal.settings()));
            List<String> applied = new Migration(app.warehouse()).apply();
            if (!applied.isEmpty()) {
                terminal.err().println("migrated the warehouse first: " + String.join(", ", applied));
            }
            print(pipeline.run(request, new Ticker(terminal.err())::say));
            pipeline.diagnose(new Ticker(terminal.err())::say);
            if (isFollowing) {
                int minutes = terminal.settings().number("ETL_SCHEDULE_MINUTES", DEFAULT_SCHEDULE_MINUTES, 1, 10_080);
                new Schedule(pipeline, minutes).follow(terminal.err()::println, this::print);
            }
            return 0;
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
        if (asked == 0 && logs.isAsked()) {
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
