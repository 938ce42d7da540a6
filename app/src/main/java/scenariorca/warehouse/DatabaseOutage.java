package scenariorca.warehouse;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the database was just seen to be away: then nobody need wait for the pool to find out again. */
final class DatabaseOutage {
    /** Past this age it is worth another try. */
    private static final Duration BELIEVED = Duration.ofMillis(500);

    private volatile @Nullable Seen seen;

    /** @param at when it was seen last, on the clock of {@link System#nanoTime} */
    private record Seen(SQLException failure, long at, Instant since) {}

    void seen(SQLException failure) {
        Seen before = seen;
        seen = new Seen(failure, System.nanoTime(), before == null ? Instant.now() : before.since());
    }

    void ended() {
        seen = null;
    }

    /** Since when it is away; empty when it is not, as far as is known. */
    Optional<Instant> since() {
        return Optional.ofNullable(seen).map(Seen::since);
    }

    /** @throws scenariorca.platform.RcaException UNREACHABLE while the database is away */
    void check() {
        Seen last = seen;
        if (last != null && System.nanoTime() - last.at() < BELIEVED.toNanos()) {
            throw Failures.of(last.failure());
        }
    }
}
