package scenariorca.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line, and what was probably meant. */
final class WrongUsage {
    private static final int EXIT = 2;

    private WrongUsage() {}

    static int report(ParameterException failure, PrintWriter err) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        boolean isIncomplete =
                !(command.getCommand() instanceof Callable) && !(failure instanceof UnmatchedArgumentException);
        if (isIncomplete && !command.getSubcommands().isEmpty()) {
            command.usage(err);
            return EXIT;
        }
        err.println("rca: " + what(failure, name) + "; ./" + name + " --help tells all");
        return EXIT;
    }

    private static String what(ParameterException failure, String name) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            String what = unmatched.isUnknownOption()
                    ? "%s has no option %s".formatted(name, first)
                    : failure.getCommandLine().getSubcommands().isEmpty()
                            ? "%s takes no \"%s\"".formatted(name, first)
                            : "%s has no command \"%s\"".formatted(name, first);
            List<String> meant = unmatched.getSuggestions();
            return meant.isEmpty()
                    ? what
                    : what + ", but " + String.join(", ", meant.subList(0, Math.min(3, meant.size())));
        }
        return firstLine(String.valueOf(failure.getMessage()));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
