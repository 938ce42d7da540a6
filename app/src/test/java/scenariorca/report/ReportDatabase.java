package scenariorca.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import scenariorca.TestDatabase;
import scenariorca.access.AccessAdmin;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.Settings;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/** A migrated warehouse with the rows of {@code src/test/sql/report/warehouse.sql}, and a reader of it. */
public final class ReportDatabase implements AutoCloseable {
    /** The day the rows were made for, at noon. */
    public static final Clock NOON = Clock.fixed(Instant.parse("2026-02-10T12:00:00Z"), ZoneOffset.UTC);

    private static final int CONNECTIONS = 4;

    private final TestDatabase database;
    private final Warehouse warehouse;
    private final WarehouseReader reader;

    private ReportDatabase(TestDatabase database, Warehouse warehouse) {
        this.database = database;
        this.warehouse = warehouse;
        this.reader = WarehouseReader.open(warehouse.address(), CONNECTIONS);
    }

    public static ReportDatabase empty(String purpose) {
        TestDatabase database = TestDatabase.migrated(purpose);
        return new ReportDatabase(database, Warehouse.open(settings(database.address())));
    }

    public static ReportDatabase filled(String purpose) {
        ReportDatabase made = empty(purpose);
        made.execute(rows());
        return made;
    }

    /** The statements that fill it. */
    public static String rows() {
        return resource("/sql-cases/report/warehouse.sql");
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    public WarehouseReader reader() {
        return reader;
    }

    public ReportSession inquiry() {
        return new ReportSession(reader, NOON);
    }

    /** Where its keys are made. */
    public AccessAdmin access() {
        return new AccessAdmin(warehouse);
    }

    /** Runs statements with the warehouse's names, in one transaction. */
    public void execute(String sql) {
        try (Connection connection = warehouse.connect("test");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Takes the database away under the reader's feet. */
    public void drop() {
        database.close();
    }

    /** The settings of a program whose warehouse this is. */
    public Settings settings() {
        return settings(database.address());
    }

    private static Settings settings(DatabaseAddress address) {
        return Settings.of(address.settings("REPORTING_DB"));
    }

    private static String resource(String name) {
        try (InputStream in = ReportDatabase.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        reader.close();
        database.close();
    }
}
