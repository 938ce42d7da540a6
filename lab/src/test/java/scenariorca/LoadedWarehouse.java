package scenariorca;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import scenariorca.audit.AuditReport;
import scenariorca.audit.AuditVerification;
import scenariorca.audit.ChainHead;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.LoadSummary;
import scenariorca.pipeline.LogPlan;
import scenariorca.pipeline.Verification;
import scenariorca.pipeline.VerificationReport;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.Settings;
import scenariorca.source.SourceDatabase;

/** A migrated warehouse of its own, loaded from a {@link SourcePlatform} as often as a test likes. */
public final class LoadedWarehouse implements AutoCloseable {
    private final TestDatabase database = TestDatabase.migrated("warehouse");
    private final SourcePlatform platform;
    private final App app;
    private final List<String> progress = new ArrayList<>();

    public LoadedWarehouse(SourcePlatform platform) {
        this.platform = platform;
        this.app = App.open(platform.settings(database));
    }

    public LoadSummary full() {
        return load(new LoadRequest.Full());
    }

    public LoadSummary incremental() {
        return load(new LoadRequest.Incremental());
    }

    public LoadSummary load(LoadRequest request) {
        progress.clear();
        return app.pipeline().run(request, progress::add);
    }

    /** Looks for the causes that loads left open, and returns how many runs that were. */
    public int diagnose() {
        progress.clear();
        return app.pipeline().diagnose(progress::add);
    }

    /** A load that reads log events, too. */
    public LoadSummary load(LoadRequest request, LogPlan logs) {
        progress.clear();
        return app.pipeline().withLogs(logs).run(request, progress::add);
    }

    /** What the last load said while it ran. */
    public List<String> progress() {
        return List.copyOf(progress);
    }

    public VerificationReport verify() {
        try (SourceDatabase source = SourceDatabase.open(app.source())) {
            return Verification.run(app.warehouse(), source);
        }
    }

    /** Whether the history is as loads wrote it. */
    public AuditReport verifyAudit(ChainHead... heads) {
        return AuditVerification.run(app.warehouse(), List.of(heads));
    }

    /** Runs SQL with the warehouse's tables in sight. */
    public void execute(String sql) {
        try (Connection connection = app.warehouse().connect("test");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** The first column of the first row as text, with the warehouse's tables in sight. */
    public String value(String sql) {
        try (Connection connection = app.warehouse().connect("test");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** The first column of all rows as text. */
    public List<String> values(String sql) {
        try (Connection connection = app.warehouse().connect("test");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Where it is. */
    public DatabaseAddress address() {
        return app.warehouse().address();
    }

    public Settings settings() {
        return platform.settings(database);
    }

    @Override
    public void close() {
        app.close();
        database.close();
    }
}
