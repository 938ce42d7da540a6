package scenariorca.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import scenariorca.alerts.Alerts;
import scenariorca.alerts.AlertsFile;
import scenariorca.cloudwatch.FolderLogSource;
import scenariorca.logs.LogSelection;
import scenariorca.logs.Redactor;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.LogPlan;
import scenariorca.pipeline.Pipeline;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.source.SourceDatabase;
import scenariorca.source.SourceSettings;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/**
 * Does a task, in whichever program it is.
 *
 * @param settings where source, warehouse and alerts file are
 * @param logs the folder of the platform's log files
 */
record ChaosWork(Settings settings, Path logs) {
    private static final Duration LATE_LINES = Duration.ofHours(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** @param clock what time it is */
    void run(ChaosTask task, Clock clock) {
        try (Warehouse warehouse = Warehouse.open(settings)) {
            var pipeline = new Pipeline(
                    warehouse,
                    () -> SourceDatabase.open(SourceSettings.from(settings).orElseThrow()),
                    settings);
            switch (task) {
                case TABLES -> pipeline.run(new LoadRequest.Full(), _ -> {});
                case CHANGES -> pipeline.run(new LoadRequest.Incremental(), _ -> {});
                case LOGS -> pipeline.withLogs(plan(clock)).run(new LoadRequest.LogsOnly(), _ -> {});
                case ALERTS -> tell(warehouse, clock);
            }
            if (task != ChaosTask.ALERTS) {
                pipeline.diagnose(_ -> {});
            }
        }
    }

    private LogPlan plan(Clock clock) {
        var source = new FolderLogSource(logs, null);
        return new LogPlan(
                source,
                source.groups().stream()
                        .map(name -> new LogPlan.Group(name, null))
                        .toList(),
                false,
                null,
                (int) ChaosWorld.LIFE.toDays(),
                LATE_LINES,
                0,
                Integer.MAX_VALUE,
                LogSelection.ALL,
                Redactor.standard(false),
                clock);
    }

    /** Until nothing waits to be told. */
    private void tell(Warehouse warehouse, Clock clock) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (WarehouseReader reader = WarehouseReader.open(warehouse.address(), 2);
                Connection connection = warehouse.connect("rca-bench");
                var alerts = new Alerts(warehouse, reader, new Alerts.Place("https://rca.example.com", clock))) {
            alerts.serve(AlertsFile.channels(settings));
            while (warehouse.query(connection, "bench/chaos_waiting.sql").count() > 0) {
                if (System.nanoTime() > end) {
                    throw new RcaException(ErrorCode.PROBLEM, "alerts still wait after " + PATIENCE.toSeconds() + " s");
                }
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }
}
