package scenariorca.warehouse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/**
 * A durable PostgreSQL of our own below a directory. The first program that opens it starts the server, the next ones
 * use the one running, the last one to close stops it. A program killed meanwhile loses its claim with its life: the
 * server goes on and the next program finds it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String USER = "rca";

    private final PostgresServer server;
    private final ServerLease claim;
    private final Path startLock;
    private final DatabaseAddress address;
    private volatile boolean isClosed;

    private EmbeddedPostgres(PostgresServer server, ServerLease claim, Path startLock, DatabaseAddress address) {
        this.server = server;
        this.claim = claim;
        this.startLock = startLock;
        this.address = address;
    }

    /**
     * Starts or finds the server whose data is below {@code home}.
     *
     * @throws RcaException when the directory cannot be used or the server does not start, with what to do about it
     */
    public static EmbeddedPostgres open(Path home) {
        Path directory = home.resolve("postgres");
        try {
            PrivateFiles.createDirectory(home);
            PrivateFiles.createDirectory(directory);
            Path startLock = directory.resolve("start.lock");
            return whileLocked(startLock, () -> openLocked(directory, startLock));
        } catch (IOException e) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "the embedded PostgreSQL cannot use %s: %s; set RCA_HOME to a directory you can write to"
                            .formatted(directory, e.getMessage()),
                    e);
        }
    }

    /** Whether {@code home} has data of a server, running or not. */
    static boolean isThere(Path home) {
        return Files.exists(data(home.resolve("postgres")).resolve("PG_VERSION"));
    }

    private static Path data(Path directory) {
        return directory.resolve("data-" + PostgresBinaries.MAJOR);
    }

    /** The lease comes first: whatever fails from then on, a server that nobody else uses is stopped. */
    private static EmbeddedPostgres openLocked(Path directory, Path startLock) throws IOException {
        Path password = directory.resolve("password");
        var server = new PostgresServer(PostgresBinaries.unpack(directory), data(directory));
        server.initialise(USER, password);
        ServerLease lease = ServerLease.make(directory.resolve("users"));
        try {
            int port = server.start();
            String word = Files.readString(password).strip();
            var address = new DatabaseAddress("127.0.0.1", port, "postgres", "public", USER, word);
            return new EmbeddedPostgres(server, lease, startLock, address);
        } catch (IOException | RcaException e) {
            lease.giveUp();
            if (!lease.othersRemain()) {
                server.stop();
            }
            throw e;
        }
    }

    /** The address of one of its databases; the schema is public until the caller says otherwise. */
    public DatabaseAddress address(String database) {
        return address.withDatabase(database);
    }

    /** Creates a database unless it exists. */
    public void createDatabase(String name) {
        if (hasDatabase(name)) {
            return;
        }
        try (Connection connection = connect();
                var create = connection.createStatement()) {
            create.execute("create database \"" + name.replace("\"", "\"\"") + "\"");
        } catch (SQLException e) {
            throw new RcaException(ErrorCode.PROBLEM, "cannot create database " + name + ": " + e.getMessage(), e);
        }
    }

    public boolean hasDatabase(String name) {
        try (Connection connection = connect();
                var exists = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            exists.setString(1, name);
            return exists.executeQuery().next();
        } catch (SQLException e) {
            throw new RcaException(ErrorCode.PROBLEM, "cannot look for database " + name + ": " + e.getMessage(), e);
        }
    }

    /** Removes a database and whoever uses it; nothing happens when there is none. */
    public void dropDatabase(String name) {
        try (Connection connection = connect();
                var drop = connection.createStatement()) {
            drop.execute("drop database if exists \"" + name.replace("\"", "\"\"") + "\" with (force)");
        } catch (SQLException e) {
            throw new RcaException(ErrorCode.PROBLEM, "cannot drop database " + name + ": " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        return address.connect(address.properties("rca-embedded"));
    }

    /**
     * Starts the server again where it died under us; nothing happens while it runs or when this is closed.
     *
     * @throws RcaException when it does not start, or no longer at its old address
     */
    public void revive() {
        if (!isDead()) {
            return;
        }
        try {
            int port = whileLocked(startLock, () -> isClosed ? address.port() : server.start());
            if (port != address.port()) {
                throw new RcaException(
                        ErrorCode.PROBLEM,
                        "the embedded PostgreSQL died, and its port %d is taken by now; start rca again"
                                .formatted(address.port()));
            }
        } catch (IOException e) {
            throw new RcaException(
                    ErrorCode.PROBLEM, "the embedded PostgreSQL died and cannot be started: " + e.getMessage(), e);
        }
    }

    private boolean isDead() {
        try {
            return server.isDead();
        } catch (IOException e) {
            throw new RcaException(
                    ErrorCode.PROBLEM,
                    "whether the embedded PostgreSQL still runs cannot be seen: %s; see how many files this program may have open (ulimit -n)"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Gives up the claim on the server and stops it when nobody else has one. A second time does nothing. */
    @Override
    public void close() {
        try {
            whileLocked(startLock, this::closeLocked);
        } catch (IOException e) {
            throw new RcaException(ErrorCode.PROBLEM, "the embedded PostgreSQL did not stop: " + e.getMessage(), e);
        }
    }

    private ServerLease closeLocked() throws IOException {
        if (isClosed) {
            return claim;
        }
        isClosed = true;
        claim.giveUp();
        if (!claim.othersRemain()) {
            server.stop();
        }
        return claim;
    }

    /** One starter or stopper at a time: among programs by the file's lock, within this one by the monitor. */
    private static <T> T whileLocked(Path file, Step<T> step) throws IOException {
        synchronized (EmbeddedPostgres.class) {
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return step.run();
            }
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }
}
