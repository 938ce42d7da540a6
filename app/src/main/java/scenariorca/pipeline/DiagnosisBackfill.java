package scenariorca.pipeline;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.RulesVersion;
import scenariorca.diagnosis.Verdict;
import scenariorca.explanation.EvidenceReader;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.SqlFile;
import scenariorca.warehouse.Viewer;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/**
 * Explains the runs that loads left unexplained, as the reports would, and stores the verdicts. Apart from the loads: a
 * verdict costs some twenty questions, and rows must not wait for that to be published.
 */
final class DiagnosisBackfill {
    private static final String APPLICATION_NAME = "scenario-rca-diagnosis";
    private static final int MOST_READERS = 4;
    private static final String CANCELLED = "57014";

    private final Warehouse warehouse;
    private final Progress progress;
    private final int readers;

    /** Runs of the batch at hand that could not be explained. */
    private final AtomicInteger unexplained = new AtomicInteger();

    DiagnosisBackfill(Warehouse warehouse, Progress progress) {
        this.warehouse = warehouse;
        this.progress = progress;
        this.readers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_READERS);
    }

    /** Returns how many runs were explained. */
    int store() {
        try (Connection control = warehouse.connect(APPLICATION_NAME)) {
            tellRules(control);
            int explained = isAnyLeft(control) ? explainAll(control) : 0;
            if (ProblemUpdate.isAnyLeft(control)) {
                publish(new LoadLog(control), "problems", (connection, _) -> tellProblems(connection));
            }
            return explained;
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }

    private static void tellRules(Connection control) throws SQLException {
        try (var statement = control.prepareStatement(SqlFile.read("load/causes/rules.sql"))) {
            statement.setString(1, RulesVersion.now());
            statement.execute();
        }
    }

    private int explainAll(Connection control) throws SQLException {
        int explained = 0;
        int batches = 0;
        Instant began = now(control);
        try (var reader = WarehouseReader.open(warehouse.address(), readers);
                var threads = Executors.newFixedThreadPool(readers)) {
            while (isAnyLeft(control)) {
                var verdicts = new ArrayList<Verdict>();
                publish(new LoadLog(control), "diagnosis", (connection, version) -> {
                    var batch = new Batch(connection, version, verdicts);
                    return batch(batch, reader, threads);
                });
                explained += verdicts.size();
                batches++;
                progress.say("explained runs: " + explained);
            }
        }
        if (batches > 1) {
            placeTogether(control, began);
        }
        return explained;
    }

    private static Instant now(Connection control) throws SQLException {
        try (var statement = control.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/causes/now.sql"))) {
            rows.next();
            return SqlTime.instant(rows, "now_at");
        }
    }

    /** What was placed batch by batch is placed once more in one go: each batch knew little of the others. */
    private static void placeTogether(Connection control, Instant began) throws SQLException {
        try (var statement = control.prepareStatement(SqlFile.read("load/problems/explained_since.sql"))) {
            statement.setObject(1, began.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private static boolean isAnyLeft(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/causes/any.sql"))) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** What a batch writes within its transaction. */
    private interface Work {
        List<LoadSummary.Table> on(Connection connection, long etlRunId) throws SQLException;
    }

    /**
     * Runs that are explained together.
     *
     * @param etlRunId the version of the warehouse that tells their verdicts
     * @param verdicts takes them up
     */
    private record Batch(Connection connection, long etlRunId, List<Verdict> verdicts) {}

    /** Readers see the whole work or none. */
    private void publish(LoadLog log, String mode, Work work) throws SQLException {
        long etlRunId = log.begin(mode, LoadLog.PATIENCE, progress);
        try (Connection connection = warehouse.connect(APPLICATION_NAME)) {
            connection.setAutoCommit(false);
            LoadLog.publish(connection, etlRunId, null, work.on(connection, etlRunId));
            execute(connection, "load/log/notify.sql");
            connection.commit();
            log.end();
        } catch (SQLException | RcaException e) {
            giveUp(log, etlRunId, e);
            throw e;
        }
    }

    private List<LoadSummary.Table> batch(Batch batch, WarehouseReader reader, ExecutorService threads)
            throws SQLException {
        Connection connection = batch.connection();
        execute(connection, "load/causes/chosen.sql");
        unexplained.set(0);
        batch.verdicts().addAll(explain(chosen(connection), reader, threads));
        write(connection, batch.verdicts());
        long written = execute(connection, "load/causes/forget.sql") + execute(connection, "load/causes/store.sql");
        long said = keep(batch);
        execute(connection, "load/causes/done.sql");
        var tables = new ArrayList<LoadSummary.Table>();
        int left = unexplained.get();
        tables.add(new LoadSummary.Table(
                "fact_run_diagnostic", 0, written, 0, left, left == 0 ? null : "runs that could not be explained", 0));
        tables.add(new LoadSummary.Table("fact_run_verdict", 0, said, 0, 0, null, 0));
        ProblemUpdate.lock(connection);
        execute(connection, "load/problems/explained.sql");
        tables.add(new LoadSummary.Table("dim_problem", 0, ProblemUpdate.run(connection), 0, 0, null, 0));
        return tables;
    }

    /** What is said of a run otherwise than before. */
    private static long keep(Batch batch) throws SQLException {
        try (var statement = batch.connection().prepareStatement(SqlFile.read("load/causes/history.sql"))) {
            statement.setString(1, RulesVersion.now());
            statement.setLong(2, batch.etlRunId());
            return statement.executeUpdate();
        }
    }

    private static List<LoadSummary.Table> tellProblems(Connection connection) throws SQLException {
        ProblemUpdate.lock(connection);
        return List.of(new LoadSummary.Table("dim_problem", 0, ProblemUpdate.run(connection), 0, 0, null, 0));
    }

    /** The next call goes on with the same runs. */
    private static void giveUp(LoadLog log, long etlRunId, Exception failure) {
        try {
            log.fail(etlRunId, String.valueOf(failure.getMessage()));
            log.end();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static List<UUID> chosen(Connection connection) throws SQLException {
        var runs = new ArrayList<UUID>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/causes/runs.sql"))) {
            while (rows.next()) {
                runs.add(rows.getObject(1, UUID.class));
            }
        }
        return runs;
    }

    private List<Verdict> explain(List<UUID> runs, WarehouseReader reader, ExecutorService threads) {
        List<Callable<@Nullable Verdict>> tasks = new ArrayList<>();
        runs.forEach(run -> tasks.add(() -> explain(run, reader)));
        var verdicts = new ArrayList<Verdict>();
        try {
            for (Future<@Nullable Verdict> answer : threads.invokeAll(tasks)) {
                Verdict verdict = answer.get();
                if (verdict != null) {
                    verdicts.add(verdict);
                }
            }
            return verdicts;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RcaException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RcaException(ErrorCode.PROBLEM, "stopped while explaining runs; the next load goes on", e);
        }
    }

    /** Null when it cannot be explained: one such run must not keep the others from it. What was stored of it stays. */
    private @Nullable Verdict explain(UUID run, WarehouseReader reader) {
        try {
            return reader.read(Viewer.ALL, snapshot -> EvidenceReader.read(snapshot, run))
                    .map(Diagnosis::explain)
                    .orElse(null);
        } catch (RuntimeException | StackOverflowError e) { // the edge of a run: what is odd about it is its own
            if (e instanceof RcaException known && known.code() == ErrorCode.UNREACHABLE && !isTooSlow(known)) {
                throw known; // no run's fault: they wait until the warehouse answers
            }
            unexplained.incrementAndGet();
            progress.say("could not explain run " + run + ": " + Objects.requireNonNullElse(e.getMessage(), "?"));
            return null;
        }
    }

    private static boolean isTooSlow(RcaException failure) {
        return failure.getCause() instanceof SQLException sql && CANCELLED.equals(sql.getSQLState());
    }

    private static void write(Connection connection, List<Verdict> verdicts) throws SQLException {
        try (var copy = new CopyWriter(connection, VerdictRow.TARGET)) {
            for (Verdict verdict : verdicts) {
                copy.row(VerdictRow.row(verdict));
            }
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static long execute(Connection connection, String file) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SqlFile.read(file));
            return Math.max(0, statement.getLargeUpdateCount());
        }
    }
}
