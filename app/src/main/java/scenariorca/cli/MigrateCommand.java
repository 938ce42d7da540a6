package scenariorca.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import scenariorca.App;
import scenariorca.warehouse.Migration;

/** {@code rca migrate}: creates or upgrades the warehouse. */
@Command(name = "migrate", description = "Create or upgrade the warehouse.", mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    private final Terminal terminal;

    MigrateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (App app = App.open(terminal.settings())) {
            List<String> applied = new Migration(app.warehouse()).apply();
            applied.forEach(name -> terminal.out().println("applied " + name));
            terminal.out()
                    .printf(
                            "The warehouse at %s is %s.%n",
                            app.warehouse().address(), applied.isEmpty() ? "up to date" : "ready");
            return 0;
        }
    }
}
