package scenariorca.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import scenariorca.pipeline.CopyBaseline;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.Pipeline;
import scenariorca.pipeline.Progress;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.DatabaseFailure;
import scenariorca.platform.Settings;
import scenariorca.platform.SqlFile;
import scenariorca.source.SourceDatabase;
import scenariorca.source.SourceSettings;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Warehouse;

/**
 * Measures loads on platforms of known size in scratch databases of the embedded server: a full load beside the bare
 * copy of the same rows, taken in turns; and an incremental load of a hundred changed rows at one and at ten times the
 * history.
 */
public final class EtlBenchmark {
    private static final String SOURCE = "bench_source";
    private static final String TARGET = "bench_target";
    private static final int HISTORY_FACTOR = 10;
    private static final int CALCULATIONS_CHANGED = 94; // with a run, a branch, two edits and two replaced inputs: 100

    private final Settings settings;
    private final EmbeddedPostgres server;
    private final Size size;
    private final Consumer<String> progress;
    private Progress steps = _ -> {};

    public EtlBenchmark(Settings settings, EmbeddedPostgres server, Size size, Consumer<String> progress) {
        this.settings = settings;
        this.server = server;
        this.size = size;
        this.progress = progress;
    }

    /** Tells how long each step of the measured loads takes, too. */
    public EtlBenchmark tellingSteps() {
        steps = progress::accept;
        return this;
    }

    /**
     * How large the platforms are.
     *
     * @param scenarios of the full load; the incremental one takes a fifth of them as its single history
     * @param nodes of the one model
     * @param runs of each scenario
     * @param rounds measurements of each kind, of which the median counts
     */
    public record Size(int scenarios, int nodes, int runs, int rounds) {
        /** The scenarios of the single history of the incremental measurement. */
        int historyScenarios() {
            return Math.max(2, scenarios / 5);
        }
    }

    /** Runs all of it and removes the scratch databases. */
    public EtlFigures run() {
        try {
            EtlFigures.Full full = fullLoad();
            double once = incrementalSeconds(size.historyScenarios(), true);
            double unchained = incrementalSeconds(size.historyScenarios(), false);
            double tenfold = incrementalSeconds(size.historyScenarios() * HISTORY_FACTOR, true);
            return EtlFigures.of(full, new EtlFigures.Incremental(once, tenfold, unchained));
        } catch (SQLException e) {
            throw DatabaseFailure.explain("the embedded server", server.address(TARGET), e);
        } finally {
            server.dropDatabase(SOURCE);
            server.dropDatabase(TARGET);
        }
    }

    private EtlFigures.Full fullLoad() throws SQLException {
        makeSource(size.scenarios(), false);
        var loads = new ArrayList<Double>();
        var unchainedLoads = new ArrayList<Double>();
        var limits = new ArrayList<Double>();
        long rows = 0;
        for (int round = 0; round <= size.rounds(); round++) {
            double unchained = unchainedSeconds();
            try (Warehouse warehouse = FreshWarehouse.make(server, TARGET)) {
                double load = seconds(() -> pipeline(warehouse).run(new LoadRequest.Full(), steps));
                execute(TARGET, SqlFile.read("bench/limit.sql").replace(":staging", warehouse.stagingSchema()));
                long start = System.nanoTime();
                rows = CopyBaseline.run(warehouse, source(), "bench_limit");
                double limit = since(start);
                progress.accept("%s: full load %.2f s, without the audit chain %.2f s, bare copy %.2f s, %,d rows"
                        .formatted(round == 0 ? "warm-up" : "round " + round, load, unchained, limit, rows));
                if (round > 0) {
                    loads.add(load);
                    unchainedLoads.add(unchained);
                    limits.add(limit);
                }
            }
        }
        return new EtlFigures.Full(rows, median(loads), median(limits), median(unchainedLoads));
    }

    private double unchainedSeconds() throws SQLException {
        try (Warehouse warehouse = FreshWarehouse.make(server, TARGET)) {
            unchain();
            return seconds(() -> pipeline(warehouse).unchained().run(new LoadRequest.Full(), _ -> {}));
        }
    }

    /** Takes off what the audit chain has put on the tables. */
    private void unchain() throws SQLException {
        execute(TARGET, "drop function rpt.note_audited_rows() cascade");
    }

    private double incrementalSeconds(int scenarios, boolean isChained) throws SQLException {
        makeSource(scenarios, true);
        try (Warehouse warehouse = FreshWarehouse.make(server, TARGET)) {
            Pipeline pipeline =
                    isChained ? pipeline(warehouse) : pipeline(warehouse).unchained();
            if (!isChained) {
                unchain();
            }
            progress.accept("loading the history of %,d scenarios".formatted(scenarios));
            pipeline.run(new LoadRequest.Full(), _ -> {});
            execute(SOURCE, "update fc_scenario set updated_at = now() where id = md5('scenario 1')::uuid");
            var rounds = new ArrayList<Double>();
            for (int round = 0; round <= size.rounds() * 2; round++) {
                execute(
                        SOURCE,
                        SqlFile.read("bench/change.sql")
                                .replace(":turn", String.valueOf(round))
                                .replace(":calcs", String.valueOf(CALCULATIONS_CHANGED)));
                double incremental = seconds(() -> pipeline.run(new LoadRequest.Incremental(), steps));
                if (round > 0) {
                    rounds.add(incremental);
                }
            }
            double median = median(rounds);
            progress.accept("incremental load of 100 changed rows with %,d scenarios%s: %.3f s"
                    .formatted(scenarios, isChained ? "" : ", without the audit chain", median));
            return median;
        }
    }

    private void makeSource(int scenarios, boolean isIndexed) throws SQLException {
        progress.accept("making a platform of %,d scenarios, %,d nodes, %,d runs each"
                .formatted(scenarios, size.nodes(), size.runs()));
        server.dropDatabase(SOURCE);
        server.createDatabase(SOURCE);
        execute(SOURCE, SqlFile.read("simulator/tables.sql"));
        execute(SOURCE, SqlFile.read("simulator/keys.sql").replaceAll("alter table \\w+ add foreign key[^;]*;?", ""));
        execute(
                SOURCE,
                SqlFile.read("bench/source.sql")
                        .replace(":scenarios", String.valueOf(scenarios))
                        .replace(":nodes", String.valueOf(size.nodes()))
                        .replace(":runs", String.valueOf(size.runs())));
        if (isIndexed) {
            execute(SOURCE, SqlFile.read("bench/indexes.sql"));
        }
        execute(SOURCE, "vacuum analyze");
    }

    private Pipeline pipeline(Warehouse warehouse) {
        return new Pipeline(warehouse, source(), settings);
    }

    private Supplier<SourceDatabase> source() {
        DatabaseAddress address = server.address(SOURCE);
        return () -> SourceDatabase.open(new SourceSettings(address, SourceSettings.FORECASTING, Duration.ofHours(1)));
    }

    private void execute(String database, String sql) throws SQLException {
        DatabaseAddress address = server.address(database);
        try (Connection connection = DriverManager.getConnection(address.url(), address.properties("rca-bench"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return since(start);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
