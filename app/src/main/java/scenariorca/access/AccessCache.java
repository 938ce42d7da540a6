package scenariorca.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.WarehouseReader;

/**
 * The keys and roles as a running server knows them, at most two seconds old: a revoked key is refused soon, and no request
 * waits for the database to know its caller. While the database is away the last list stays good, as nothing can be
 * revoked meanwhile either.
 */
public final class AccessCache implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AccessCache.class);
    private static final Duration GOOD_FOR = Duration.ofSeconds(2);

    private final WarehouseReader reader;
    private volatile Known known = new Known(AccessList.EMPTY, 0, false);
    private @Nullable Connection connection;

    /** @param at when it was asked for, on the clock of {@link System#nanoTime} */
    private record Known(AccessList list, long at, boolean isRead) {}

    public AccessCache(WarehouseReader reader) {
        this.reader = reader;
    }

    /** @throws scenariorca.platform.RcaException UNREACHABLE before the list was ever read */
    public AccessList current() {
        Known last = known;
        if (last.isRead() && System.nanoTime() - last.at() < GOOD_FOR.toNanos()) {
            return last.list();
        }
        return refreshed(last);
    }

    private synchronized AccessList refreshed(Known seen) {
        if (known != seen) {
            return known.list();
        }
        try {
            known = new Known(read(), System.nanoTime(), true);
        } catch (RcaException e) {
            if (!seen.isRead()) {
                throw e;
            }
            log.warn("keys and roles cannot be read, the last ones known stay good cause={}", e.getMessage());
            known = new Known(seen.list(), System.nanoTime(), true);
        }
        return known.list();
    }

    private AccessList read() {
        Connection open = connection;
        if (open != null) {
            try {
                return AccessList.read(file -> Query.of(open, file));
            } catch (RcaException e) {
                close();
            }
        }
        Connection fresh = connect();
        connection = fresh;
        return AccessList.read(file -> Query.of(fresh, file));
    }

    private Connection connect() {
        try {
            return reader.connect();
        } catch (SQLException e) {
            throw reader.explain(e);
        }
    }

    @Override
    public synchronized void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                log.debug("the connection was broken already", e);
            }
        }
    }
}
