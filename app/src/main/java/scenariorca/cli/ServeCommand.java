package scenariorca.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scenariorca.App;

/** {@code rca serve}: answers over HTTP until it is told to stop. */
@Command(name = "serve", description = "Serve the REST API and its documentation.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--port", paramLabel = "<n>", description = "Listen on this port instead of API_PORT.")
    private @Nullable Integer port;

    @Option(names = "--etl", description = "Load, too, every ETL_SCHEDULE_MINUTES.")
    private boolean isLoading;

    @Mixin
    private LogChoice logs = new LogChoice();

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings =
                port == null ? terminal.settings() : terminal.settings().with("API_PORT", Integer.toString(port));
        try (App app = App.open(settings)) {
            new Serving(app, terminal)
                    .loading(logs.ask(settings))
                    .untilStopped(
                            isLoading,
                            url -> terminal.out().println("Serving at " + url + "  (documentation: " + url + "/docs)"));
        }
        return 0;
    }
}
