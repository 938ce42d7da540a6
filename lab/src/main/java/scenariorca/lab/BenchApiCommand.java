package scenariorca.lab;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.App;
import scenariorca.bench.ApiBenchmark;
import scenariorca.bench.ApiFigures;
import scenariorca.bench.ApiFigures.EndpointFigures;
import scenariorca.bench.CrowdBenchmark;
import scenariorca.bench.Measured;
import scenariorca.cli.Terminal;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.platform.SqlFile;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Migration;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/** {@code rca bench api}: measures the API beside the bare SQL of the same questions. */
@Command(
        name = "api",
        description = "Measure each endpoint beside its own SQL without anything around it.",
        mixinStandardHelpOptions = true)
final class BenchApiCommand implements Callable<Integer> {
    private static final String SCRATCH = "bench_api";
    private static final int CONNECTIONS = 8;

    private final Terminal terminal;

    @Option(names = "--seconds", defaultValue = "1", description = "Length of each measurement (default: 1).")
    private int seconds;

    @Option(names = "--scratch", description = "Measure a made-up warehouse, even when the current one has runs.")
    private boolean isScratch;

    @Option(names = "--endpoint", paramLabel = "<name>", description = "Measure only this one. Example: audit-trail.")
    private @Nullable String endpoint;

    @Option(names = "--crowd", description = "Measure 200 clients at once that ask everything.")
    private boolean isCrowd;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean isJson;

    BenchApiCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (seconds < 1 || seconds > 600) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "--seconds must be a whole number from 1 to 600");
        }
        try (App app = App.open(terminal.settings())) {
            boolean hasRuns =
                    !isScratch && new Migration(app.warehouse()).pending().isEmpty() && hasRuns(app.warehouse());
            return hasRuns ? measure(app.warehouse()) : measureScratch(app);
        }
    }

    private int measure(Warehouse warehouse) {
        try (WarehouseReader reader = WarehouseReader.open(warehouse.address(), CONNECTIONS)) {
            if (isCrowd) {
                return crowd(new CrowdBenchmark(reader).run(Duration.ofSeconds(seconds)));
            }
            if (!isJson) {
                printHead();
            }
            ApiFigures figures = new ApiBenchmark(
                            reader, Duration.ofSeconds(seconds), isJson ? _ -> {} : this::printRow)
                    .run(endpoint);
            if (isJson) {
                terminal.out().println(Json.write(figures));
            } else {
                printTarget(figures);
            }
            return figures.isOnTarget() ? 0 : 1;
        }
    }

    private int crowd(CrowdBenchmark.Figures figures) {
        if (isJson) {
            terminal.out().println(Json.write(figures));
        } else {
            Measured answered = figures.answered();
            line("%d clients, every request answered: %.0f a second", figures.clients(), answered.perSecond());
            line(
                    "p50 %.2f ms, p99 %.2f ms: %.1f times, wanted under %.0f",
                    answered.p50Ms(), answered.p99Ms(), figures.tail(), CrowdBenchmark.Figures.TARGET);
            line("heap in use: %d MB before, %d MB after", figures.heapBeforeMb(), figures.heapAfterMb());
        }
        return figures.isOnTarget() ? 0 : 1;
    }

    private int measureScratch(App app) {
        EmbeddedPostgres server = app.warehouse()
                .embedded()
                .orElseThrow(() -> new RcaException(
                        ErrorCode.CONFIGURATION,
                        "the warehouse has no run to ask about, and a made-up one needs the embedded server; load first,"
                                + " or unset REPORTING_DB_HOST"));
        Settings settings = app.settings().with("REPORTING_DB_NAME", SCRATCH);
        server.dropDatabase(SCRATCH);
        try (Warehouse scratch = Warehouse.open(settings)) {
            terminal.err().println("filling a made-up warehouse");
            new Migration(scratch).apply();
            execute(scratch, SqlFile.read("bench/warehouse.sql"));
            return measure(scratch);
        } finally {
            server.dropDatabase(SCRATCH);
        }
    }

    private static boolean hasRuns(Warehouse warehouse) {
        try (Connection connection = warehouse.connect("rca-bench");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(SqlFile.read("bench/any_run.sql"))) {
            return rows.next();
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }

    private static void execute(Warehouse warehouse, String sql) {
        try (Connection connection = warehouse.connect("rca-bench");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }

    private void printHead() {
        terminal.err().println("each endpoint takes about %d seconds".formatted(2 + 8 * seconds));
        line("%-18s%38s%38s%38s%38s", "", "bare SQL, 8 threads", "made anew", "kept", "not modified");
        line("%-18s%38s%38s%38s%38s", "endpoint", HEAD, HEAD, HEAD, HEAD);
    }

    private void printRow(EndpointFigures row) {
        line(
                "%-18s%38s%38s%38s%38s",
                row.endpoint(),
                cell(row.sql(), 1),
                cell(row.uncached(), row.uncachedRatio()),
                cell(row.kept(), row.keptRatio()),
                cell(row.notModified(), row.notModifiedRatio()));
        terminal.out().flush();
    }

    private void printTarget(ApiFigures figures) {
        line(
                "kept and not modified: at least %.1f times the bare SQL, wanted %.1f",
                Math.min(
                        figures.metrics().getOrDefault("min_kept_ratio", 0.0),
                        figures.metrics().getOrDefault("min_not_modified_ratio", 0.0)),
                ApiFigures.TARGET);
    }

    private static final String HEAD = "1/s   p50 ms  p99 ms  ratio  us cpu";

    private static String cell(Measured measured, double ratio) {
        return String.format(
                Locale.ROOT,
                "%.0f%8.2f%8.2f%7.2f%8.0f",
                measured.perSecond(),
                measured.p50Ms(),
                measured.p99Ms(),
                ratio,
                measured.cpuMicros());
    }

    private void line(String format, Object... values) {
        terminal.out().println(String.format(Locale.ROOT, format, values));
    }
}
