package scenariorca.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script of fish: a line for each command and option of the model. */
final class FishCompletion {
    private final String program;
    private final StringBuilder script = new StringBuilder();

    private FishCompletion(String program) {
        this.program = program;
    }

    static String of(CommandLine root) {
        var completion = new FishCompletion(root.getCommandName());
        completion.line("-f");
        completion.describe(root, List.of());
        return completion.script.toString();
    }

    /** @param path the commands that lead to it, without the program */
    private void describe(CommandLine command, List<String> path) {
        String subcommands = String.join(" ", command.getSubcommands().keySet());
        String condition = condition(path, subcommands);
        command.getSubcommands()
                .forEach((name, sub) -> line("-n %s -a %s -d %s"
                        .formatted(quoted(condition), name, quoted(description(sub.getCommandSpec())))));
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.hidden()) {
                line("-n " + quoted(path.isEmpty() ? condition : seen(path)) + option(option));
            }
        }
        command.getSubcommands().forEach((name, sub) -> {
            var longer = new ArrayList<>(path);
            longer.add(name);
            describe(sub, longer);
        });
    }

    /** When a subcommand comes next. */
    private static String condition(List<String> path, String subcommands) {
        if (path.isEmpty()) {
            return "__fish_use_subcommand";
        }
        return subcommands.isEmpty() ? seen(path) : seen(path) + "; and not __fish_seen_subcommand_from " + subcommands;
    }

    private static String seen(List<String> path) {
        return path.stream().map(name -> "__fish_seen_subcommand_from " + name).collect(Collectors.joining("; and "));
    }

    private static String option(OptionSpec option) {
        String names = Stream.of(option.names())
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
        boolean takesValue = option.arity().max() > 0;
        String value = takesValue ? option.type() == Path.class ? " -r -F" : " -x" : "";
        return names + value + " -d " + quoted(first(option.description()));
    }

    private static String description(CommandSpec command) {
        return first(command.usageMessage().description());
    }

    private static String first(String[] lines) {
        return lines.length == 0 ? "" : lines[0];
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", " ") + "'";
    }

    private void line(String rest) {
        script.append("complete -c ").append(program).append(' ').append(rest).append('\n');
    }
}
