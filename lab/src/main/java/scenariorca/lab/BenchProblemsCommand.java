package scenariorca.lab;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scenariorca.bench.ProblemBenchmark;
import scenariorca.bench.ProblemFigures;
import scenariorca.cli.Terminal;
import scenariorca.platform.Json;
import scenariorca.simulator.Profile;
import scenariorca.warehouse.EmbeddedPostgres;

/** {@code rca bench problems}: whether runs of one cause are one problem. */
@Command(
        name = "problems",
        description = "Measure problems, episodes and releases on simulated failures whose causes are known.",
        mixinStandardHelpOptions = true)
final class BenchProblemsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--profile", defaultValue = "varied", description = "${COMPLETION-CANDIDATES} (default: varied)")
    private Profile profile = Profile.VARIED;

    @Option(names = "--seed", defaultValue = "42", description = "Another seed, other failures (default: 42).")
    private long seed;

    @Mixin
    private VariedOptions varied = new VariedOptions();

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean isJson;

    BenchProblemsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (EmbeddedPostgres server = BenchServer.open(terminal.settings())) {
            ProblemFigures report = new ProblemBenchmark(terminal.settings(), server, terminal.err()::println)
                    .run(profile, seed, varied.choices());
            terminal.out().println(isJson ? Json.write(report) : text(report));
            return report.isOnTarget() ? 0 : 1;
        }
    }

    private static String text(ProblemFigures report) {
        var text = new StringBuilder("%d failed runs of %d things that happened, in %d problems%n%n"
                .formatted(report.runs(), report.origins(), report.problems()));
        line(text, "runs with a problem", report.placed(), "");
        line(text, "grouping F1", report.grouping().f1(), "target at least 0.95");
        line(text, "  precision", report.grouping().precision(), "");
        line(text, "  recall", report.grouping().recall(), "");
        line(text, "problems of two classes", (double) report.mixed(), "target 0");
        line(text, "beginnings told", report.begins(), "");
        line(text, "ends told", report.ends(), "");
        line(text, "releases named", report.releaseRecall(), "target at least 0.9");
        line(text, "innocent releases named", report.innocentReleases(), "target at most 0.05");
        report.worst().forEach(worst -> text.append(worst).append(System.lineSeparator()));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, @Nullable Double figure, String target) {
        String shown = figure == null ? "-" : String.format(Locale.ROOT, "%.3f", figure);
        text.append(String.format(Locale.ROOT, "%-28s%8s  %s%n", name, shown, target));
    }
}
