package scenariorca.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scenariorca.bench.DiagnosisBenchmark;
import scenariorca.bench.DiagnosisReport;
import scenariorca.bench.DiagnosisScore;
import scenariorca.cli.Terminal;
import scenariorca.diagnosis.Weights;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.report.ConfirmedVerdicts;
import scenariorca.simulator.Profile;
import scenariorca.warehouse.EmbeddedPostgres;

/** {@code rca bench diagnosis}: how often verdicts are right, on simulated failures with known causes. */
@Command(
        name = "diagnosis",
        description = "Measure verdicts on simulated failures whose causes are known.",
        mixinStandardHelpOptions = true)
final class BenchDiagnosisCommand implements Callable<Integer> {
    private static final int MAX_CASES = 20_000;

    private final Terminal terminal;

    @Option(
            names = "--profile",
            defaultValue = "standard",
            description = "${COMPLETION-CANDIDATES} (default: standard)")
    private Profile profile = Profile.STANDARD;

    @Option(names = "--seed", defaultValue = "42", description = "Another seed, other failures (default: 42).")
    private long seed;

    @Option(names = "--cases", defaultValue = "0", description = "At most so many failed runs (default: all).")
    private int cases;

    @Option(
            names = "--ablation",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Also measure without each evidence term, and with --leave-out without each source of evidence,"
                            + " fitted anew (default: yes).")
    private boolean isAblated;

    @Option(
            names = "--as-of",
            description = "Explain each run right after it failed: what came later is not loaded (default: no).")
    private boolean isAsOf;

    @Option(
            names = "--leave-out",
            description = "Also judge each domain and each voice by weights fitted on all others; implies --as-of"
                    + " (default: no).")
    private boolean isLeavingOut;

    @Mixin
    private VariedOptions varied = new VariedOptions();

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean isJson;

    @Option(
            names = "--keep",
            paramLabel = "<file>",
            description = "Also write each case with its evidence to a file, for --from.")
    private @Nullable Path kept;

    @Option(
            names = "--from",
            paramLabel = "<file>",
            description = "Simulate nothing: judge the cases of a file that --keep wrote; may be given again.")
    private List<Path> from = List.of();

    @Option(
            names = "--fit",
            paramLabel = "<file>",
            description =
                    "Print no figures: fit the weights of verdicts anew on the cases and write the table to a file.")
    private @Nullable Path fitted;

    @Option(
            names = "--confirmed",
            description = "Simulate nothing: count the verdicts of this warehouse against what people said of them.")
    private boolean isConfirmed;

    BenchDiagnosisCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private void simulate(DiagnosisScore score) {
        try (EmbeddedPostgres server = BenchServer.open(terminal.settings())) {
            var benchmark = new DiagnosisBenchmark(terminal.settings(), server, terminal.err()::println);
            benchmark.run(
                    new DiagnosisBenchmark.Plan(profile, seed, cases, isAsOf || isLeavingOut, varied.choices()),
                    kept,
                    score);
        }
    }

    private void write(Weights weights, Path file) {
        String header = "What evidence weighs, in log-odds. Made by rca bench diagnosis --fit from "
                + (from.isEmpty()
                        ? "the profile " + profile.name().toLowerCase(Locale.ROOT) + " with seed " + seed
                        : from.stream()
                                .map(Path::getFileName)
                                .map(Path::toString)
                                .collect(Collectors.joining(", ")))
                + ";\nprobabilities and thresholds are fitted on domains left out.";
        try {
            Files.writeString(file, weights.written(header));
        } catch (IOException e) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "cannot write the weights to " + file, e);
        }
        terminal.out().println("wrote " + file);
    }

    @Override
    public Integer call() {
        if (isConfirmed) {
            ConfirmedVerdicts found = terminal.ask(
                            reports -> reports.confirmedVerdicts().answer())
                    .content();
            terminal.out().println(isJson ? Json.write(found) : ConfirmedTable.of(found));
            return 0;
        }
        if (cases < 0 || cases > MAX_CASES) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "--cases is " + cases + "; it must be from 0, for all, to " + MAX_CASES);
        }
        if (kept != null && !from.isEmpty()) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "--keep writes cases that are simulated, and --from simulates none");
        }
        var score = new DiagnosisScore(isAblated && fitted == null, isLeavingOut ? terminal.err()::println : null);
        if (from.isEmpty()) {
            simulate(score);
        } else {
            DiagnosisBenchmark.read(from, score);
        }
        if (fitted != null) {
            write(score.fit(), fitted);
            return 0;
        }
        DiagnosisReport report = score.report();
        terminal.out().println(isJson ? Json.write(report) : DiagnosisTable.of(report));
        var targets = profile == Profile.VARIED ? DiagnosisReport.Targets.VARIED : DiagnosisReport.Targets.ONE_PLATFORM;
        return report.isOnTarget(targets) ? 0 : 1;
    }
}
