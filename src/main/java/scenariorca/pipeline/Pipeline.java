package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    private final Warehouse warehouse;
    private final Supplier<SourceDatabase> source;
    private final Duration overlap;
    private final int batchSize;

    /** @param source opens a look at the source; asked once for each load */
    public Pipeline(Warehouse warehouse, Supplier<SourceDatabase> source, Settings settings) {
        this.warehouse = warehouse;
        this.source = source;
        this.overlap = Duration.ofMinutes(settings.number("ETL_LOOKBACK_MINUTES", 60, 0, 525_600));
        this.batchSize = settings.number("ETL_BATCH_SIZE", 10_000, 1, 1_000_000);
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
            long etlRunId = log.begin(request.mode(), progress);
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
        return new RootCauses(warehouse, progress).store();
    }

    private static void recordFailure(LoadLog log, long etlRunId, RcaException failure) {
        try {
            log.fail(etlRunId, failure.getMessage());
            log.end();
        } catch (SQLException e) {
            failure.addSuppressed(e); // the warehouse is what failed; the next load marks this one as abandoned
        }
    }

    private LoadSummary load(long etlRunId, LoadRequest request, Progress progress) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = warehouse.connect(APPLICATION_NAME);
                Staged staged = stage(connection, request, progress)) {
            execute(connection, "load/log/memory.sql");
            connection.setAutoCommit(false);
            var publication = new Publication(connection, progress);
            publication.run(staged.rest());
            if (!(request instanceof LoadRequest.OneScenario)) {
                moveWatermarks(connection, staged);
            }
            var tables = new ArrayList<>(publication.fate(staged.staging().counts()));
            tables.addAll(publication.written());
            @Nullable Long version = LoadLog.publish(connection, etlRunId, staged.snapshotAt(), tables);
            execute(connection, "load/log/notify.sql");
            connection.commit();
            List<String> notices = staged.staging().notices();
            return summary(etlRunId, request, version, (System.nanoTime() - start) / 1e9, tables, notices);
        }
    }

    private static void execute(Connection connection, String file) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SqlFile.read(file));
        }
    }

    private Staged stage(Connection connection, LoadRequest request, Progress progress) throws SQLException {
        Instant startedAt = Instant.now();
        SourceDatabase look = source.get();
        try {
            var staging = new Staging(look, warehouse, connection, progress);
            staging.notices().forEach(progress::say);
            var extraction = new Extraction(look, connection, staging, overlap, batchSize);
            extraction.run(request);
            SideReading rest = extraction.hasRest()
                    ? SideReading.start(look, warehouse.connect(APPLICATION_NAME), extraction::readRest)
                    : SideReading.none(look);
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
            LoadRequest request,
            @Nullable Long version,
            double seconds,
            List<LoadSummary.Table> tables,
            List<String> notices) {
        long read = tables.stream().mapToLong(LoadSummary.Table::read).sum();
        long written = tables.stream().mapToLong(LoadSummary.Table::written).sum();
        return new LoadSummary(
                etlRunId,
                request.mode(),
                written > 0 ? "published" : "unchanged",
                version,
                seconds,
                read,
                written,
                Math.round(read / Math.max(seconds, 1e-3)),
                tables,
                notices);
    }

    /** What is staged, and what is still on its way. */
    private record Staged(Instant startedAt, Instant snapshotAt, Staging staging, SideReading rest)
            implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            rest.close();
        }
    }
}
