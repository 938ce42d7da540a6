package scenariorca.lab;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.bench.ChaosBenchmark;
import scenariorca.bench.ChaosFigures;
import scenariorca.cli.Terminal;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;

/** {@code rca bench chaos}: whether anything is lost when it is killed. */
@Command(
        name = "chaos",
        description =
                "Kill loads, alerts and servers again and again, and see whether anything is lost or there twice.",
        mixinStandardHelpOptions = true)
final class BenchChaosCommand implements Callable<Integer> {
    private static final int MOST_KILLS = 100_000;
    private static final int MOST_PER_CHECK = 100;
    private static final int MOST_MINUTES = 10_080;
    private static final double MS_OF_SECOND = 1e3;

    private final Terminal terminal;

    @Option(names = "--kills", defaultValue = "100", description = "How often (default: 100).")
    private int kills;

    @Option(
            names = "--per-check",
            defaultValue = "3",
            description = "Programs killed one after another before all is mended and checked (default: 3).")
    private int perCheck;

    @Option(names = "--seed", defaultValue = "42", description = "Another seed, other moments (default: 42).")
    private long seed;

    @Option(
            names = "--minutes",
            defaultValue = "1440",
            description = "At most so long, if that ends sooner (default: 1440).")
    private int minutes;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean isJson;

    BenchChaosCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        check("--kills", kills, MOST_KILLS);
        check("--per-check", perCheck, MOST_PER_CHECK);
        check("--minutes", minutes, MOST_MINUTES);
        var plan = new ChaosBenchmark.Plan(kills, perCheck, seed, Duration.ofMinutes(minutes));
        ChaosFigures figures = new ChaosBenchmark(plan, terminal.err()::println).run();
        terminal.out().println(isJson ? Json.write(figures) : text(figures));
        return figures.isOnTarget() ? 0 : 1;
    }

    private static void check(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "%s is %d; it must be from 1 to %,d".formatted(option, value, most));
        }
    }

    private static String text(ChaosFigures figures) {
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d kills, seed %d%n%n%-28s%7s%8s%9s%6s%7s%7s%10s%8s%8s%n",
                figures.kills(),
                figures.seed(),
                "",
                "kills",
                "checks",
                "healthy",
                "lost",
                "twice",
                "again",
                "s to p50",
                "p95",
                "max"));
        for (ChaosFigures.Kind kind : figures.kinds()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-28s%7d%8d%9d%6d%7d%7d%10.2f%8.2f%8.2f%n",
                    kind.name(),
                    kind.kills(),
                    kind.checks(),
                    kind.healthy(),
                    kind.lost(),
                    kind.twice(),
                    kind.again(),
                    kind.healthyMsP50() / MS_OF_SECOND,
                    kind.healthyMsP95() / MS_OF_SECOND,
                    kind.healthyMsMax() / MS_OF_SECOND));
        }
        text.append(System.lineSeparator())
                .append("healthy: counts, verify and verify --audit find all as if nothing had happened.")
                .append(System.lineSeparator())
                .append("again: messages handed over again under the id by which their receiver knows.")
                .append(System.lineSeparator());
        figures.skipped().forEach(what -> text.append("skipped: ").append(what).append(System.lineSeparator()));
        figures.faults().forEach(what -> text.append("fault: ").append(what).append(System.lineSeparator()));
        return text.toString();
    }
}
