package scenariorca.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import scenariorca.mcp.McpServers;

/** {@code rca mcp}: answers an assistant that started it, over its standard streams. */
@Command(
        name = "mcp",
        description =
                "Answer an assistant by the Model Context Protocol, over standard input and output. ./rca serve answers it at /mcp.",
        mixinStandardHelpOptions = true)
final class McpCommand implements Callable<Integer> {
    private final Terminal terminal;

    McpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.ask(reports -> {
            try {
                new McpServers(reports, RcaCommand.Version.text()).serve(System.in, System.out);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 0;
        });
    }
}
