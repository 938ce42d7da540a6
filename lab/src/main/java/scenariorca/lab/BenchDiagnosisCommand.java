package scenariorca.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scenariorca.bench.DiagnosisBenchmark;
import scenariorca.bench.DiagnosisReport;
import scenariorca.cli.Terminal;
import scenariorca.diagnosis.Weights;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.simulator.Profile;
import scenariorca.warehouse.EmbeddedPostgres;

/** {@code rca bench diagnosis}: how often verdicts are right, on simulated failures with known causes. */
@Command(
        name = "diagnosis",
        description = "Measure verdicts on simulated failures whose causes are known.",
        mixinStandardHelpOptions = true)
final class BenchDiagnosisCommand implements Callable<Integer> {
    private static final int MAX_CASES = 20_000;
    private static final int FIT_SEEDS = 3;

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
            description = "Also measure without each evidence term (default: yes).")
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
            names = "--fit",
            paramLabel = "<file>",
            description =
                    "Fit the weights of verdicts anew, as of each failure, on platforms of this seed and the two after"
                            + " it, and write the table to a file.")
    private @Nullable Path fitted;

    BenchDiagnosisCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private void fit(EmbeddedPostgres server, Path file) {
        List<DiagnosisBenchmark.Plan> plans = LongStream.range(seed, seed + FIT_SEEDS)
                .mapToObj(one -> new DiagnosisBenchmark.Plan(profile, one, cases, false, true, false, varied.choices()))
                .toList();
        Weights weights = DiagnosisBenchmark.fit(terminal.settings(), server, plans, terminal.err()::println);
        String header = "What evidence weighs, in log-odds. Made by: rca bench diagnosis --fit, profile "
                + profile.name().toLowerCase(Locale.ROOT) + ", seeds " + seed + " to " + (seed + FIT_SEEDS - 1) + ", "
                + (cases == 0 ? "all" : "at most " + cases) + " failed runs of each, as of each failure;\n"
                + "probabilities and thresholds fitted on domains left out.";
        try {
            Files.writeString(file, weights.written(header));
        } catch (IOException e) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "cannot write the weights to " + file, e);
        }
        terminal.out().println("wrote " + file);
    }

    @Override
    public Integer call() {
        if (cases < 0 || cases > MAX_CASES) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "--cases is " + cases + "; it must be from 0, for all, to " + MAX_CASES);
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.open(terminal.settings().home())) {
            if (fitted != null) {
                fit(server, fitted);
                return 0;
            }
            var plan = new DiagnosisBenchmark.Plan(
                    profile, seed, cases, isAblated, isAsOf || isLeavingOut, isLeavingOut, varied.choices());
            DiagnosisReport report =
                    new DiagnosisBenchmark(terminal.settings(), server, plan, terminal.err()::println).run();
            terminal.out().println(isJson ? Json.write(report) : DiagnosisTable.of(report));
            return report.isOnTarget(
                            profile == Profile.VARIED
                                    ? DiagnosisReport.Targets.VARIED
                                    : DiagnosisReport.Targets.ONE_PLATFORM)
                    ? 0
                    : 1;
        }
    }
}
