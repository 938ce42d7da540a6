package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import scenariorca.Golden;
import scenariorca.platform.Settings;

/** The commands and options as help tells them and as shells complete them. */
final class CommandLineTest {
    @TempDir
    private Path home;

    @Test
    void the_reference_of_commands_is_fresh() {
        CommandLine line = RcaCommand.line(
                new RcaCommand(),
                new CommandFactory(
                        Settings.of(Map.of()),
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(new StringWriter())));
        var text = new StringBuilder("""
                # Commands

                What `./rca <command> --help` prints. Exit codes: 0 done, 1 it ran and found a problem, 2 wrong usage or
                configuration, 3 something is unreachable.
                """);
        describe(line, text);

        Golden.checkFile(Path.of("docs", "cli.md"), text.toString());
    }

    private static void describe(CommandLine command, StringBuilder text) {
        text.append("\n## ").append(command.getCommandSpec().qualifiedName()).append("\n```\n");
        text.append(command.getUsageMessage(CommandLine.Help.Ansi.OFF)
                .stripTrailing()
                .replaceAll("[ ]+\n", "\n"));
        text.append("\n```\n");
        command.getSubcommands().values().stream().distinct().forEach(sub -> describe(sub, text));
    }

    @Test
    void every_command_is_found_by_its_name_alone() {
        var factory = new CommandFactory(
                Settings.of(Map.of()), new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        CommandLine all = RcaCommand.line(new RcaCommand(), factory);

        all.getSubcommands()
                .keySet()
                .forEach(name -> assertThat(RcaCommand.line(new RcaCommand(), factory, name, "--help")
                                .getSubcommands())
                        .as(name)
                        .containsKey(name)
                        .satisfies(found -> assertThat(found.get(name).getUsageMessage(CommandLine.Help.Ansi.OFF))
                                .isEqualTo(all.getSubcommands().get(name).getUsageMessage(CommandLine.Help.Ansi.OFF))));
        assertThat(RcaCommand.line(new RcaCommand(), factory, "explain", "x").getSubcommands())
                .containsOnlyKeys("explain");
        assertThat(RcaCommand.line(new RcaCommand(), factory, "explian").getSubcommands())
                .hasSameSizeAs(all.getSubcommands());
    }

    @ParameterizedTest
    @CsvSource({
        "rca expl, explain",
        "rca problems sh, show",
        "rca runs --outc, --outcome",
        "rca problems show --w, --web",
        "rca completion f, fish"
    })
    void bash_completes(String typed, String completed) throws IOException {
        Path script = script("bash");
        String words = "'" + String.join("' '", typed.split(" ")) + "'";
        int last = typed.split(" ").length - 1;

        String answer = shell(
                "bash",
                "compopt() { :; }; source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_rca || true; printf '%%s\\n' \"${COMPREPLY[@]}\""
                        .formatted(script, words, last));

        assertThat(answer.lines().map(String::strip)).as(answer).contains(completed);
    }

    @Test
    void zsh_reads_its_script() throws IOException {
        if (isInstalled("zsh")) {
            assertThat(shell("zsh", "source %s && whence -w _complete_rca".formatted(script("zsh"))))
                    .contains("_complete_rca: function");
        }
        assertThat(text("zsh")).contains("bashcompinit", "complete -F _complete_rca");
    }

    @ParameterizedTest
    @CsvSource({
        "rca expl, explain",
        "rca problems sh, show",
        "rca runs --outc, --outcome",
        "rca problems show --w, --web",
        "rca serve --et, --etl"
    })
    void fish_completes(String typed, String completed) throws IOException {
        assertThat(text("fish").lines()).allMatch(line -> line.startsWith("complete -c rca "));
        if (isInstalled("fish")) {
            String answer = shell("fish", "source %s; complete -C '%s'".formatted(script("fish"), typed));
            assertThat(answer.lines().map(line -> line.split("\t")[0]))
                    .as(answer)
                    .contains(completed);
        }
    }

    private static String text(String shell) {
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        assertThat(RcaCommand.run(Settings.of(Map.of()), writer, writer, "completion", shell))
                .as(out.toString())
                .isZero();
        return out.toString();
    }

    private Path script(String shell) throws IOException {
        return Files.writeString(home.resolve("rca." + shell), text(shell));
    }

    private static boolean isInstalled(String shell) {
        return Files.isExecutable(Path.of("/usr/bin", shell));
    }

    private static String shell(String shell, String commands) {
        try {
            Process process = new ProcessBuilder(shell, "-c", commands)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
