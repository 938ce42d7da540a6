package scenariorca.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rca completion}: what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        description = "Print a script that makes a shell complete commands and options.",
        footer = {
            "",
            "bash:  source <(./rca completion bash)",
            "zsh:   source <(./rca completion zsh)",
            "fish:  ./rca completion fish | source"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "<shell>", description = "bash, zsh or fish.")
    private Shell shell = Shell.BASH;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The shells that are known. */
    enum Shell {
        BASH,
        ZSH,
        FISH;

        /** As it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        String name = root.getCommandName();
        terminal.out()
                .print(
                        switch (shell) {
                            // The same script: it asks zsh to behave as bash where zsh reads it.
                            case BASH, ZSH -> AutoComplete.bash(name, root);
                            case FISH -> FishCompletion.of(root);
                        });
        return 0;
    }
}
