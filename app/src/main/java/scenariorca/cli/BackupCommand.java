package scenariorca.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.App;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.Backup;
import scenariorca.warehouse.BackupSummary;

/** {@code rca backup}: writes the warehouse to one file, while it is served and loaded. */
@Command(
        name = "backup",
        description = "Write the whole warehouse to one file; it may be served and loaded meanwhile.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--out", paramLabel = "<file>", required = true, description = "The file to write.")
    private Path file = Path.of("");

    @Option(names = "--overwrite", description = "Replace a file that is there.")
    private boolean isOverwriting;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean isJson;

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (Files.exists(file) && !isOverwriting) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, file + " is there already; give another name, or --overwrite");
        }
        try (App app = App.openFilled(terminal.settings())) {
            print(Backup.write(app.warehouse(), file.toAbsolutePath()), "Backed up", file, isJson, terminal);
            return 0;
        }
    }

    static void print(BackupSummary summary, String done, Path file, boolean isJson, Terminal terminal) {
        if (isJson) {
            terminal.out().println(Json.write(summary));
            return;
        }
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%s %,d rows of %d tables (version %s of the tables, %d of their content),%n%s, %.1f MB, in %.1f s.%n",
                        done,
                        summary.rows(),
                        summary.tables(),
                        summary.schemaVersion(),
                        summary.warehouseVersion(),
                        file,
                        summary.bytes() / 1e6,
                        summary.seconds());
    }
}
