package scenariorca.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.EmbeddedPostgres;

/** A PostgreSQL of the benchmark's own that is killed and started again, always at the same address. */
final class ChaosServer implements AutoCloseable {
    private final Path home;
    private final EmbeddedPostgres server;

    private ChaosServer(Path home, EmbeddedPostgres server) {
        this.home = home;
        this.server = server;
    }

    static ChaosServer start(Path home) {
        return new ChaosServer(home, EmbeddedPostgres.open(home));
    }

    DatabaseAddress address(String database) {
        return server.address(database);
    }

    void create(String database) {
        server.createDatabase(database);
    }

    /** Makes a database a copy of another, whatever it was; nobody may be connected to the other. */
    void copy(String from, String to) {
        server.dropDatabase(to);
        execute("postgres", "create database \"%s\" template \"%s\" strategy file_copy".formatted(to, from));
    }

    void execute(String database, String sql) {
        DatabaseAddress address = server.address(database);
        try (Connection connection = DriverManager.getConnection(address.url(), address.properties("rca-bench"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new RcaException(ErrorCode.PROBLEM, String.valueOf(e.getMessage()), e);
        }
    }

    /** As the system kills it: no goodbye to anybody. */
    void kill() {
        try {
            String pid = Files.readAllLines(home.resolve("postgres/data-18/postmaster.pid"))
                    .getFirst();
            ProcessHandle.of(Long.parseLong(pid.strip())).ifPresent(postmaster -> {
                var children = postmaster.descendants().toList();
                postmaster.destroyForcibly();
                postmaster.onExit().join();
                children.forEach(child -> child.onExit().join());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again where it is dead. */
    void revive() {
        server.revive();
    }

    @Override
    public void close() {
        server.close();
    }
}
