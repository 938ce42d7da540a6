package scenariorca.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Times as the database writes them. */
final class SqlTime {
    private SqlTime() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** For COPY; {@link Instant#MAX} is infinity. */
    static @Nullable String text(@Nullable Instant time) {
        if (time == null) {
            return null;
        }
        return time.equals(Instant.MAX) ? "infinity" : time.toString();
    }
}
