package scenariorca.spark;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Asks a lake by DuckDB, which knows nothing of Spark and nothing of us. */
final class LakeFiles {
    private LakeFiles() {}

    /** The first column of the first row; {@code lines} are those of the lake. */
    static String value(Path lake, String sql) throws SQLException {
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute("set TimeZone = 'UTC'");
            statement.execute(
                    "create view lines as select * from read_parquet('%s/day=*/log_group=*/*.parquet',".formatted(lake)
                            + " hive_partitioning = true, hive_types = {'day': varchar, 'log_group': varchar})");
            var rows = statement.executeQuery(sql);
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
