package scenariorca.pipeline;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import scenariorca.platform.SqlFile;

/** A condition on the rows of a staging table, from a file of load/rows. COPY takes no parameters, so values become literals. */
final class Condition {
    private final String sql;

    private Condition(String sql) {
        this.sql = sql;
    }

    /** Example: {@code Condition.read("stg_run.changed")}. */
    static Condition read(String name) {
        return new Condition(SqlFile.read("load/rows/" + name + ".sql")
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining(" ")));
    }

    /** @param column whose value names a row */
    Condition key(String column) {
        return new Condition(sql.replace(":key", column));
    }

    Condition since(Instant time) {
        return new Condition(sql.replace(":since", "'" + time + "'::timestamptz"));
    }

    Condition scenario(UUID id) {
        return new Condition(sql.replace(":scenario", "'" + id + "'::uuid"));
    }

    Condition ids(Collection<UUID> ids) {
        String literal = ids.stream().map(UUID::toString).collect(Collectors.joining(",", "'{", "}'::uuid[]"));
        return new Condition(sql.replace(":ids", literal));
    }

    String sql() {
        return sql;
    }
}
