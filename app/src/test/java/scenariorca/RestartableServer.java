package scenariorca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.DatabaseAddress;
import scenariorca.warehouse.EmbeddedPostgres;

/** A real PostgreSQL of its own that a test stops, kills and starts, always on the same port. */
public final class RestartableServer implements AutoCloseable {
    private final Path home;
    private @Nullable EmbeddedPostgres server;

    private RestartableServer(Path home) {
        this.home = home;
    }

    /** Started, and stopped with the test program at the latest. */
    public static RestartableServer start(String name) {
        Path home = Path.of("target", "test-servers", name).toAbsolutePath();
        EmbeddedPostgres.open(home).close();
        try {
            Files.writeString(data(home).resolve("port"), String.valueOf(FreePort.next()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var started = new RestartableServer(home);
        started.start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        return started;
    }

    private static Path data(Path home) {
        return home.resolve("postgres").resolve("data-18");
    }

    public synchronized void start() {
        if (server == null) {
            server = EmbeddedPostgres.open(home);
        }
    }

    /** As an administrator stops it: connections are cut, what was committed is kept. */
    public synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /** As the system kills it: no goodbye to anybody. */
    public synchronized void kill() {
        try {
            kill(data(home).resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stop();
    }

    /** Ends the process that a pid file names, and its children, without a word. */
    public static void kill(Path pidFile) throws IOException {
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst()))
                .orElseThrow();
        var children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        children.forEach(child -> child.onExit().join());
    }

    public DatabaseAddress address(String database) {
        EmbeddedPostgres running = server;
        if (running == null) {
            throw new IllegalStateException("the server is stopped");
        }
        return running.address(database);
    }

    /** An empty database of this name, whatever was there. */
    public DatabaseAddress fresh(String database) {
        EmbeddedPostgres running = server;
        if (running == null) {
            throw new IllegalStateException("the server is stopped");
        }
        running.dropDatabase(database);
        running.createDatabase(database);
        return running.address(database);
    }

    /** The first column of the first row as text; "null" for null. */
    public String value(String database, String schema, String sql) {
        DatabaseAddress address = address(database);
        Properties properties = address.properties("test");
        properties.setProperty("currentSchema", schema);
        try (Connection connection = DriverManager.getConnection(address.url(), properties);
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return String.valueOf(statement.getUpdateCount());
            }
            var rows = statement.getResultSet();
            return rows.next() ? String.valueOf(rows.getString(1)) : "no row";
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
