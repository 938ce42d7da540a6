package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import scenariorca.audit.AuditChain;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.platform.SqlFile;
import scenariorca.source.SourceDatabase;
import scenariorca.warehouse.Warehouse;

/**
 * A load from the source into the warehouse: stage what changed, derive what Java must derive, merge, publish. All that
 * readers can see happens in one transaction; killed at any moment, the same command again puts it right.
 */
public final class Pipeline {
    private static final String APPLICATION_NAME = "scenario-rca-load";
    private static final Duration NARROW_PATIENCE = Duration.ofHours(1);
    private static final String LINES = "fact_cloudwatch_log";

    private final Warehouse warehouse;
    private final Supplier<SourceDatabase> source;
    private final Ways ways;
    private final @Nullable LogPlan logs;

    /**
     * How rows are read and written.
     *
     * @param overlap read again before a watermark
     * @param batchSize ids asked for at a time
     * @param isChained whether what is written is entered into the audit chain
     */
    private record Ways(Duration overlap, int batchSize, boolean isChained) {}

    /** @param source opens a look at the source; asked once for each load */
    public Pipeline(Warehouse warehouse, Supplier<SourceDatabase> source, Settings settings) {
        this(
                warehouse,
                source,
                new Ways(
                        Duration.ofMinutes(settings.number("ETL_LOOKBACK_MINUTES", 60, 0, 525_600)),
                        settings.number("ETL_BATCH_SIZE", 10_000, 1, 1_000_000),
                        true),
                null);
    }

    private Pipeline(Warehouse warehouse, Supplier<SourceDatabase> source, Ways ways, @Nullable LogPlan logs) {
        this.warehouse = warehouse;
        this.source = source;
        this.ways = ways;
        this.logs = logs;
    }

    /** The same pipeline without the audit chain: only to measure what that costs. */
    public Pipeline unchained() {
        return new Pipeline(warehouse, source, new Ways(ways.overlap(), ways.batchSize(), false), logs);
    }

    /** The same pipeline, which reads log events, too. */
    public Pipeline withLogs(LogPlan plan) {
        return new Pipeline(warehouse, source, ways, plan);
    }

    /**
     * Runs a load and returns what it did.
     *
     * @throws RcaException when the source or the warehouse fails; the warehouse is then as it was before
     */
    public LoadSummary run(LoadRequest request, Progress progress) {
        return runAlone(request, progress.fromAnyThread());
    }

    private LoadSummary runAlone(LoadRequest request, Progress progress) {
        try (Connection control = warehouse.connect(APPLICATION_NAME)) {
            var log = new LoadLog(control);
            long etlRunId = log.begin(mode(request), patience(request), progress);
            try {
                LoadSummary summary = load(etlRunId, request, progress);
                log.end();
                return summary;
            } catch (SQLException e) {
                RcaException explained = warehouse.explain(e);
                recordFailure(log, etlRunId, explained);
                throw explained;
            } catch (RcaException e) {
                recordFailure(log, etlRunId, e);
                throw e;
            }
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }

    /**
     * Looks for the causes of the runs that loads left unexplained, newest first, and stores them. Published batch by batch;
     * stopped at any moment, the next call goes on.
     *
     * @return runs explained
     * @throws RcaException when the warehouse fails
     */
    public int diagnose(Progress progress) {
        return new DiagnosisBackfill(warehouse, progress).store();
    }

    /** A narrow load waits for a wide one under way to end; of two wide ones the second would only do the same again. */
    private static Duration patience(LoadRequest request) {
        return switch (request) {
            case LoadRequest.OneScenario _, LoadRequest.LogsOnly _ -> NARROW_PATIENCE;
            case LoadRequest.Full _, LoadRequest.Incremental _ -> LoadLog.PATIENCE;
        };
    }

    private static void recordFailure(LoadLog log, long etlRunId, RcaException failure) {
        // Asked to stop, a virtual thread may not even speak to the warehouse any more; for this it must.
        boolean isInterrupted = Thread.interrupted();
        try {
            log.fail(etlRunId, isInterrupted ? "stopped, as the program was asked to end" : failure.getMessage());
            log.end();
        } catch (SQLException e) {
            failure.addSuppressed(e); // the warehouse is what failed; the next load marks this one as abandoned
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String mode(LoadRequest request) {
        return logs == null || request instanceof LoadRequest.LogsOnly ? request.mode() : request.mode() + "+logs";
    }

    private LoadSummary load(long etlRunId, LoadRequest request, Progress progress) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = warehouse.connect(APPLICATION_NAME)) {
            execute(connection, "load/staging/clear.sql");
            PatternMemory memory = PatternMemory.read(connection);
            try (Staged staged = stage(connection, request, progress)) {
                @Nullable
                LogLoad logLoad = logs == null ? null : new LogLoad(logs, connection, memory.classifier(), progress);
                LogReading own = logLoad == null ? LogReading.NONE : logLoad.stage();
                var handed = new HandedLines(connection, memory.classifier(), progress);
                LogReading reading = own.and(handed.stage(Instant.now()));
                execute(connection, "load/log/memory.sql");
                connection.setAutoCommit(false);
                @Nullable AuditChain chain = ways.isChained() ? AuditChain.begin(connection) : null;
                var publication = new Publication(connection, progress);
                var tables = new ArrayList<LoadSummary.Table>();
                if (staged == null) {
                    publication.runLogs(memory);
                } else {
                    publication.run(memory, staged.rest());
                    if (!(request instanceof LoadRequest.OneScenario)) {
                        moveWatermarks(connection, staged);
                    }
                    tables.addAll(publication.fate(staged.staging().counts()));
                }
                @Nullable LogCounts counts = finishLogs(connection, logLoad, reading, publication, tables);
                handed.finish();
                Instant snapshotAt = staged == null ? null : staged.snapshotAt();
                if (chain != null) {
                    chain.end(etlRunId, publication.filled());
                }
                @Nullable Long version = LoadLog.publish(connection, etlRunId, snapshotAt, tables);
                execute(connection, "load/log/notify.sql");
                connection.commit();
                double seconds = (System.nanoTime() - start) / 1e9;
                return summary(etlRunId, mode(request), version, seconds, tables, counts, notices(staged, reading));
            }
        }
    }

    private static List<String> notices(@Nullable Staged staged, LogReading reading) {
        var all = new ArrayList<String>();
        if (staged != null) {
            all.addAll(staged.staging().notices());
        }
        all.addAll(reading.notices());
        return all;
    }

    /** Notes what was done with log lines, drops the days past the retention, and completes the tables' list. */
    private static @Nullable LogCounts finishLogs(
            Connection connection,
            @Nullable LogLoad logLoad,
            LogReading reading,
            Publication publication,
            List<LoadSummary.Table> tables)
            throws SQLException {
        if (logLoad == null && reading.groups().isEmpty()) {
            tables.addAll(publication.written());
            return null;
        }
        boolean isSearch = logLoad != null && logLoad.isSearch();
        // What was found says nothing of the rest.
        Map<String, Instant> completeTo = isSearch ? Map.of() : LogLoad.complete(connection, reading);
        long written = publication.rows(LoadStep.Kind.ADDS, LINES);
        long changed = publication.rows(LoadStep.Kind.MENDS, LINES);
        tables.add(reading.table(written, changed));
        tables.addAll(publication.written());
        long start = System.nanoTime();
        try (var statement = connection.prepareStatement(SqlFile.read("load/logs/unlinked.sql"))) {
            statement.setLong(1, reading.linesKept());
            ResultSet rows = statement.executeQuery();
            rows.next();
            var stored = new LogReading.Stored(written, changed, rows.getLong(1), LogLoad.redactions(connection));
            LogCounts counts = reading.counts(stored, completeTo);
            long dropped = logLoad == null ? 0 : logLoad.retire();
            if (dropped > 0) {
                tables.add(new LoadSummary.Table(
                        LINES + " (retention)", 0, dropped, 0, 0, null, (System.nanoTime() - start) / 1e9));
            }
            return counts;
        }
    }

    private static void execute(Connection connection, String file) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SqlFile.read(file));
        }
    }

    /** Null for a load of logs alone. */
    private @Nullable Staged stage(Connection connection, LoadRequest request, Progress progress) throws SQLException {
        if (request instanceof LoadRequest.LogsOnly) {
            execute(connection, "load/staging/clear_source_tables.sql");
            return null;
        }
        Instant startedAt = Instant.now();
        SourceDatabase look = source.get();
        try {
            var staging = new Staging(look, warehouse, connection, progress);
            staging.notices().forEach(progress::say);
            var extraction = new Extraction(connection, staging, ways.overlap(), ways.batchSize());
            extraction.run(request);
            BackgroundExtraction rest = extraction.hasRest()
                    ? BackgroundExtraction.start(look, warehouse.connect(APPLICATION_NAME), extraction::readRest)
                    : BackgroundExtraction.none(look);
            return new Staged(startedAt, look.snapshotAt(), staging, rest);
        } catch (SQLException | RuntimeException e) {
            look.close();
            throw e;
        }
    }

    private static void moveWatermarks(Connection connection, Staged staged) throws SQLException {
        try (var statement = connection.prepareStatement(SqlFile.read("load/watermark_rows.sql"))) {
            statement.setObject(1, OffsetDateTime.ofInstant(staged.snapshotAt(), ZoneOffset.UTC));
            statement.setObject(2, OffsetDateTime.ofInstant(staged.startedAt(), ZoneOffset.UTC));
            statement.execute();
        }
    }

    private static LoadSummary summary(
            long etlRunId,
            String mode,
            @Nullable Long version,
            double seconds,
            List<LoadSummary.Table> tables,
            @Nullable LogCounts logs,
            List<String> notices) {
        long read = tables.stream().mapToLong(LoadSummary.Table::read).sum();
        long written = tables.stream().mapToLong(LoadSummary.Table::written).sum();
        return new LoadSummary(
                etlRunId,
                mode,
                written > 0 ? "published" : "unchanged",
                version,
                seconds,
                read,
                written,
                Math.round(read / Math.max(seconds, 1e-3)),
                tables,
                logs,
                notices);
    }

    /** What is staged, and what is still on its way. */
    private record Staged(Instant startedAt, Instant snapshotAt, Staging staging, BackgroundExtraction rest)
            implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            rest.close();
        }
    }
}
