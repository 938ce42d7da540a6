package scenariorca.lab;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scenariorca.bench.DiagnosisBenchmark;
import scenariorca.bench.DiagnosisReport;
import scenariorca.cli.Terminal;
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

    @Mixin
    private VariedOptions varied = new VariedOptions();

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean isJson;

    BenchDiagnosisCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (cases < 0 || cases > MAX_CASES) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "--cases is " + cases + "; it must be from 0, for all, to " + MAX_CASES);
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.open(terminal.settings().home())) {
            var plan = new DiagnosisBenchmark.Plan(profile, seed, cases, isAblated, isAsOf, varied.choices());
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
