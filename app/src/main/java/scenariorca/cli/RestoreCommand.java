package scenariorca.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.App;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.Restore;

/** {@code rca restore}: makes a warehouse from a backup. */
@Command(
        name = "restore",
        description = "Make the warehouse from a file of rca backup, and upgrade it if that is older.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--from", paramLabel = "<file>", required = true, description = "The file to read.")
    private Path file = Path.of("");

    @Option(names = "--replace", description = "Remove the warehouse that is there.")
    private boolean isReplacing;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean isJson;

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "there is no file " + file + " that can be read");
        }
        try (App app = App.open(terminal.settings())) {
            BackupCommand.print(Restore.read(app.warehouse(), file, isReplacing), "Restored", file, isJson, terminal);
            return 0;
        }
    }
}
