package scenariorca.warehouse;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether the database was just seen to be away: then nobody need wait for the pool to find out again. */
final class Outage {
    /** Past this age it is worth another try. */
    private static final Duration BELIEVED = Duration.ofSeconds(2);

    private volatile @Nullable Seen seen;

    private record Seen(SQLException failure, long at) {}

    void seen(SQLException failure) {
        seen = new Seen(failure, System.nanoTime());
    }

    void ended() {
        seen = null;
    }

    /** @throws scenariorca.platform.RcaException UNREACHABLE while the database is away */
    void check() {
        Seen last = seen;
        if (last != null && System.nanoTime() - last.at() < BELIEVED.toNanos()) {
            throw Failures.of(last.failure());
        }
    }
}
