package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import scenariorca.source.CopyFormat;
import scenariorca.source.SourceDatabase;
import scenariorca.warehouse.Warehouse;

/**
 * The limit a load is measured against: the same rows of the source, piped as {@code psql} would pipe them into bare
 * tables that already have their indexes.
 */
public final class CopyBaseline {
    private CopyBaseline() {}

    /**
     * Copies everything a full load reads.
     *
     * @param schema where tables of the staging tables' names are
     * @return rows copied
     */
    public static long run(Warehouse warehouse, Supplier<SourceDatabase> source, String schema) {
        try (Connection connection = warehouse.connect("scenario-rca-bench");
                SourceDatabase look = source.get()) {
            connection.setAutoCommit(false);
            var staging = new Staging(look, warehouse, connection, _ -> {});
            long rows = 0;
            for (SourceQuery query : staging.queries()) {
                rows += new CopyPipe(connection, CopyFormat.TEXT, look::explain)
                        .run(
                                look.copyOut(query.select(), CopyFormat.TEXT),
                                schema + "." + query.table(),
                                query.columnNames(),
                                _ -> {});
            }
            connection.commit();
            return rows;
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }
}
