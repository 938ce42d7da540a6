package scenariorca.lab;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scenariorca.cli.Terminal;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.simulator.Profile;
import scenariorca.simulator.Simulation;
import scenariorca.simulator.SimulationRequest;
import scenariorca.simulator.SimulationTarget;
import scenariorca.simulator.Stories;

/** {@code rca simulate}: fills a database and log files with a simulated forecasting platform, and can keep it running. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Simulate a forecasting platform: its database, its log files, and the truth about each failure.",
        footer = {
            "",
            "Example:",
            "  rca simulate --target jdbc:postgresql://localhost:5432/platform --user me --logs logs --truth truth.jsonl"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final int SECONDS_TO_STOP = 5;

    private final Terminal terminal;
    private final CountDownLatch hasEnded = new CountDownLatch(1);

    @Option(
            names = "--profile",
            defaultValue = "standard",
            description = "${COMPLETION-CANDIDATES} (default: standard)")
    private Profile profile = Profile.STANDARD;

    @Option(names = "--seed", defaultValue = "42", description = "another seed, other scenarios (default: 42)")
    private long seed;

    @Option(names = "--scale", defaultValue = "1", description = "factor of scenarios and users (default: 1)")
    private double scale;

    @Mixin
    private VariedOptions varied = new VariedOptions();

    @Option(names = "--end", description = "the instant of the last event, such as 2026-11-20T15:00:00Z (default: now)")
    private @Nullable Instant end;

    @Option(names = "--target", description = "JDBC address of the database to fill")
    private @Nullable String target;

    @Option(names = "--user", description = "who connects")
    private @Nullable String user;

    @Option(names = "--password", description = "better given as the environment variable PGPASSWORD")
    private @Nullable String password;

    @Option(names = "--replace", description = "drop a platform's tables found there")
    private boolean isReplacing;

    @Option(names = "--indexes", description = "add the indexes a careful administrator would")
    private boolean hasIndexes;

    @Option(names = "--logs", description = "directory of the log files")
    private @Nullable Path logs;

    @Option(names = "--truth", description = "the truth file")
    private @Nullable Path truth;

    @Option(names = "--live", description = "keep the platform running after the fill, until Ctrl-C")
    private boolean isLive;

    @Option(names = "--speed", defaultValue = "1", description = "with --live: how many times faster than life")
    private double speed;

    @Option(names = "--for", description = "with --live: how long, such as 90s, 10m or 2h")
    private @Nullable String length;

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        if (target == null && logs == null && truth == null) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "nothing to write to; give at least one of --target <jdbc url>, --logs <directory>, --truth <file>");
        }
        Instant last = end == null ? clock.instant().truncatedTo(ChronoUnit.MINUTES) : end;
        var request = new SimulationRequest(profile, seed, scale, last, varied.choices());
        var place = new SimulationTarget(target, properties(), isReplacing, hasIndexes, logs, truth);
        Consumer<Simulation.Summary> show = summary -> show(summary, last);
        var summary = simulate(request, place, isLive ? live(clock, show) : null);
        if (!isLive) {
            show(summary, last);
        }
        return 0;
    }

    private void show(Simulation.Summary summary, Instant last) {
        double seconds = Math.max(0.001, summary.took().toMillis() / 1000.0);
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%,d scenarios, %,d runs (%,d failed), %,d node calculations, %,d log events in %.1f s: %,.0f calculations a minute",
                        summary.scenarios(),
                        summary.runs(),
                        summary.failedRuns(),
                        summary.calculations(),
                        summary.logEvents(),
                        seconds,
                        summary.calculations() / seconds * 60));
        if (profile == Profile.STANDARD) {
            for (Stories.Story story : Stories.endingAt(last).all()) {
                terminal.out()
                        .println("story %d: %s run %s, scenario %s (%s), user %s, %s"
                                .formatted(
                                        story.number(),
                                        story.told(),
                                        story.runId(),
                                        story.scenarioId(),
                                        story.scenarioName(),
                                        story.user(),
                                        story.at()));
            }
        }
    }

    private Simulation.Summary simulate(
            SimulationRequest request, SimulationTarget place, Simulation.@Nullable Live live) {
        try {
            return Simulation.run(request, place, terminal.err()::println, live);
        } finally {
            hasEnded.countDown();
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "rca simulate");
        if (user != null) {
            properties.setProperty("user", user);
        }
        String secret = password == null ? terminal.settings().text("PGPASSWORD", "") : password;
        if (!secret.isEmpty()) {
            properties.setProperty("password", secret);
        }
        return properties;
    }

    private Simulation.Live live(Clock clock, Consumer<Simulation.Summary> whenFilled) {
        if (!(speed > 0 && speed <= 10_000)) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "--speed is " + speed + "; it must be above 0 and at most 10000");
        }
        var isStopped = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(isStopped), "stop-live"));
        var deadline = length == null ? null : new Deadline(clock, duration(length));
        BooleanSupplier stop = () -> isStopped.get() || (deadline != null && deadline.isOver());
        return new Simulation.Live(speed, stop, clock, whenFilled);
    }

    /** Ctrl-C: lets the platform finish the moment it is in. */
    private void stop(AtomicBoolean isStopped) {
        isStopped.set(true);
        try {
            if (!hasEnded.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                terminal.err().println("rca: stopped while the platform was still writing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse("PT" + text.strip().toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "--for is \"%s\"; it must be a length of time like 90s, 10m or 2h".formatted(text),
                    e);
        }
    }

    /** Runs out some time after it was first asked. */
    private static final class Deadline {
        private final Clock clock;
        private final Duration length;
        private @Nullable Instant end;

        private Deadline(Clock clock, Duration length) {
            this.clock = clock;
            this.length = length;
        }

        private boolean isOver() {
            if (end == null) {
                end = clock.instant().plus(length);
            }
            return clock.instant().isAfter(end);
        }
    }
}
