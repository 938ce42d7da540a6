package scenariorca;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.Settings;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Migration;
import scenariorca.warehouse.Warehouse;

/**
 * A fresh database on the one real PostgreSQL of this test run. Its connections have the session time zone
 * America/Los_Angeles, so that a mix-up of session and program time zone shows.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DatabaseAddress address;

    private TestDatabase(DatabaseAddress address) {
        this.address = address;
    }

    /** Makes an empty database; {@code purpose} becomes part of its name. */
    public static TestDatabase create(String purpose) {
        String name = name(purpose);
        server().createDatabase(name);
        return new TestDatabase(server().address(name));
    }

    /** Makes a database with the warehouse's tables and no rows: a copy of one that was migrated once for all tests. */
    public static TestDatabase migrated(String purpose) {
        String name = name(purpose);
        DatabaseAddress any = server().address("postgres");
        try (Connection connection = DriverManager.getConnection(any.url(), any.properties("test"));
                var statement = connection.createStatement()) {
            statement.execute("create database %s template %s".formatted(name, Template.NAME));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return new TestDatabase(server().address(name));
    }

    private static String name(String purpose) {
        return "%s_%d_%d".formatted(purpose, ProcessHandle.current().pid(), COUNT.incrementAndGet());
    }

    public static EmbeddedPostgres server() {
        return Server.INSTANCE;
    }

    public DatabaseAddress address() {
        return address;
    }

    public Connection connect() throws SQLException {
        Properties properties = address.properties("test");
        properties.setProperty("options", "-c TimeZone=America/Los_Angeles");
        return DriverManager.getConnection(address.url(), properties);
    }

    /** Runs statements separated by semicolons. */
    public void execute(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** The first column of the first row as text; "null" for null. */
    public String value(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new AssertionError("no row: " + sql);
            }
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Keeps everybody from reading a table until closed. */
    public static Lock lock(Settings settings, String table) {
        return new Lock(settings.text("REPORTING_DB_NAME").orElseThrow(), table);
    }

    /** A lock held on a table. */
    public static final class Lock implements AutoCloseable {
        private final Connection connection;
        private final Connection observer;

        private Lock(String database, String table) {
            DatabaseAddress address = server().address(database);
            try {
                connection = DriverManager.getConnection(address.url(), address.properties("lock"));
                observer = DriverManager.getConnection(address.url(), address.properties("lock"));
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement()) {
                    statement.execute("lock table " + table + " in access exclusive mode");
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        /** Waits until so many others wait for the table. */
        public void awaitWaiting(int count) {
            long end = System.nanoTime() + 20_000_000_000L;
            try (var statement = observer.createStatement()) {
                while (true) {
                    try (var rows =
                            statement.executeQuery("select count(*) from pg_locks where not granted and database ="
                                    + " (select oid from pg_database where datname = current_database())")) {
                        rows.next();
                        if (rows.getInt(1) >= count) {
                            return;
                        }
                    }
                    if (System.nanoTime() > end) {
                        throw new AssertionError("nobody waits for the table");
                    }
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            try {
                connection.rollback();
                connection.close();
                observer.close();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        server().dropDatabase(address.database());
    }

    /** The database that {@link #migrated} copies; nobody is ever connected to it. */
    private static final class Template {
        static final String NAME = make();

        private static String make() {
            String name = name("template");
            server().createDatabase(name);
            Settings settings = Settings.of(server().address(name).settings("REPORTING_DB"));
            try (Warehouse warehouse = Warehouse.open(settings)) {
                new Migration(warehouse).apply();
            }
            return name;
        }
    }

    /** Started with the first test that needs it, stopped with the test program. */
    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            EmbeddedPostgres server =
                    EmbeddedPostgres.open(Path.of("target", System.getProperty("test.home", "test-home"))
                            .toAbsolutePath());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }
}
