package scenariorca.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scenariorca.platform.RcaException;
import scenariorca.platform.SqlFile;

/**
 * The state of the warehouse known at any moment without asking it: a load tells of itself when it is published, and
 * once a second we look for ourselves. While the listening connection is broken each caller asks the database.
 */
public final class WarehouseVersion implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WarehouseVersion.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    /** Past this age a known state is not trusted: the listener hangs. */
    private static final Duration TRUST = Duration.ofSeconds(5);

    private final WarehouseReader reader;
    private final Thread listener;
    /** Notified when another version is known, and on closing. */
    private final Object changed = new Object();

    private volatile boolean isClosed;
    private volatile @Nullable Known known;

    /** @param at when it was read, on the clock of {@link System#nanoTime} */
    private record Known(WarehouseState state, long at) {}

    public WarehouseVersion(WarehouseReader reader) {
        this.reader = reader;
        this.listener =
                Thread.ofPlatform().daemon().name("rca-warehouse-version").unstarted(this::listen);
    }

    /** Begins to listen. */
    public WarehouseVersion start() {
        listener.start();
        return this;
    }

    /**
     * The state published last.
     *
     * @throws RcaException UNREACHABLE when the listener is broken and the database does not answer either
     */
    public WarehouseState current() {
        Known last = known;
        if (last != null && System.nanoTime() - last.at() < TRUST.toNanos()) {
            return last.state();
        }
        return reader.state();
    }

    /** The state published last, without asking the database; empty while the listener is broken. */
    public Optional<WarehouseState> known() {
        return Optional.ofNullable(known).map(Known::state);
    }

    /**
     * The state published last, as soon as its version is another than {@code version}; null when it is not within
     * {@code atMost}, or this was closed.
     */
    public @Nullable WarehouseState awaitOther(long version, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (changed) {
            while (!isClosed) {
                Known last = known;
                if (last != null && last.state().version() != version) {
                    return last.state();
                }
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return null;
                }
                try {
                    changed.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return null;
                }
            }
            return null;
        }
    }

    public boolean isClosed() {
        return isClosed;
    }

    /** Looks at once, for one who has just published something and goes on to read it. */
    public void refresh() {
        know(reader.state());
    }

    private void know(WarehouseState state) {
        Known before = known;
        known = new Known(state, System.nanoTime());
        if (before == null || before.state().version() != state.version()) {
            synchronized (changed) {
                changed.notifyAll();
            }
        }
    }

    @Override
    public void close() {
        isClosed = true;
        synchronized (changed) {
            changed.notifyAll();
        }
        listener.interrupt();
    }

    private void listen() {
        while (!isClosed) {
            try (Connection connection = reader.connect()) {
                follow(connection);
            } catch (SQLException | RcaException e) {
                known = null;
                log.debug("listener broken, trying again", e);
                pause();
            }
        }
    }

    private void follow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SqlFile.read("report/listen.sql"));
        }
        var postgres = connection.unwrap(PGConnection.class);
        while (!isClosed) {
            know(WarehouseReader.stateOn(connection));
            postgres.getNotifications(Math.toIntExact(LOOK_EVERY.toMillis()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
