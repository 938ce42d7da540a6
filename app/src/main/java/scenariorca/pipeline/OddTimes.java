package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import scenariorca.pipeline.SourceQuery.StagingColumn;
import scenariorca.platform.SqlFile;

/**
 * Finds the times of a staged table that no clock shows. People write "never" as infinity or year 9999, "no date" as year 1,
 * and 20250 for 2025; nothing after staging can reckon with these.
 */
final class OddTimes {
    private static final String FORGOTTEN = "is a time outside the years 1900 to 2200; it is taken for unknown";
    private static final String BOUNDED =
            "is a time outside the years 1900 to 2200; the row keeps it, and how long it took is unknown";

    private final Connection connection;
    private final SourceQuery query;

    OddTimes(Connection connection, SourceQuery query) {
        this.connection = connection;
        this.query = query;
    }

    /** One look at the rows when all are well. */
    void mend(OddValues odd) throws SQLException {
        List<StagingColumn> times = query.columns().stream()
                .filter(column -> column.type().equals("timestamptz"))
                .toList();
        if (times.isEmpty() || !hasAny(times)) {
            return;
        }
        for (StagingColumn time : times) {
            mend(time, odd);
        }
    }

    private boolean hasAny(List<StagingColumn> times) throws SQLException {
        String columns = times.stream().map(StagingColumn::name).collect(Collectors.joining(", "));
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql("has_odd_times").replace(":columns", columns))) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private void mend(StagingColumn time, OddValues odd) throws SQLException {
        try (var statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery(
                    sql("odd_times").replace(":column", time.name()).replace(":key", query.key()));
            rows.next();
            if (rows.getLong(1) > 0) {
                odd.add(
                        query.nameOf(time.name()),
                        time.isRequired() ? BOUNDED : FORGOTTEN,
                        rows.getLong(1),
                        rows.getString(2));
                statement.execute(sql(time.isRequired() ? "bound_odd_times" : "forget_odd_times")
                        .replace(":column", time.name()));
            }
        }
    }

    private String sql(String file) {
        return SqlFile.read("load/staging/" + file + ".sql").replace(":table", query.table());
    }
}
