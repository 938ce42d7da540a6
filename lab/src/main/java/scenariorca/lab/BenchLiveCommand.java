package scenariorca.lab;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.bench.LiveBenchmark;
import scenariorca.bench.LiveFigures;
import scenariorca.cli.Terminal;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.EmbeddedPostgres;

/** {@code rca bench live}: how soon a failed run is explained on an open page, and what open pages cost. */
@Command(
        name = "live",
        description = "Measure the time from a failed run in the source to its verdict on an open page.",
        mixinStandardHelpOptions = true)
final class BenchLiveCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--seconds", defaultValue = "120", description = "Length of each part (default: 120).")
    private int seconds;

    @Option(names = "--every", defaultValue = "10", description = "Seconds between loads (default: 10).")
    private int every;

    @Option(names = "--speed", defaultValue = "20", description = "How many times faster than life (default: 20).")
    private int speed;

    @Option(names = "--pages", defaultValue = "200", description = "Pages that only listen (default: 200).")
    private int pages;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean isJson;

    BenchLiveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        check("--seconds", seconds, 3_600);
        check("--every", every, 3_600);
        check("--speed", speed, 1_000);
        check("--pages", pages, 240);
        var course = new LiveBenchmark.Course(Duration.ofSeconds(seconds), Duration.ofSeconds(every), speed, pages);
        try (EmbeddedPostgres server = EmbeddedPostgres.open(terminal.settings().home())) {
            LiveFigures figures = new LiveBenchmark(terminal.settings(), server, terminal.err()::println).run(course);
            terminal.out().println(isJson ? Json.write(figures) : text(figures));
            return figures.isOnTarget() ? 0 : 1;
        }
    }

    private static void check(String option, int value, int max) {
        if (value < 1 || value > max) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "%s must be a whole number from 1 to %d".formatted(option, max));
        }
    }

    private static String text(LiveFigures figures) {
        return String.format(
                Locale.ROOT,
                "%d failed runs, from the source to their verdict on an open page: p50 %.1f s, p95 %.1f s, worst %.1f s;"
                        + " wanted p95 under %.0f s%n%d did not come%n%d pages that hear of nothing: %.2f %% of a core;"
                        + " wanted under %.0f %%",
                figures.runs(),
                figures.p50Seconds(),
                figures.p95Seconds(),
                figures.worstSeconds(),
                LiveFigures.MOST_SECONDS,
                figures.missing(),
                figures.pages(),
                figures.coreShare() * 100,
                LiveFigures.MOST_SHARE * 100);
    }
}
