package scenariorca.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import scenariorca.platform.SqlFile;
import scenariorca.warehouse.Query;

/**
 * Writes one entry of the chain of digests: what a transaction did to the historical tables. Triggers note each row's hash
 * before and after; a table that was filled from nothing is read once instead. Rows changed by hand meanwhile show, as the
 * hash before is not the one the chain has.
 */
public final class AuditChain {
    /** Rows of one part, about: it is a value of the database, which must stay far below a gigabyte. */
    private static final long ROWS_OF_A_PART = 200_000;

    private static final int MOST_SLICES = 256;

    private final Connection connection;
    private final Optional<ChainHead> last;

    private AuditChain(Connection connection, Optional<ChainHead> last) {
        this.connection = connection;
        this.last = last;
    }

    /**
     * From here on the transaction's writes are noted. The caller holds the lock of loads, so that nobody else writes an entry.
     *
     * @param connection in a transaction that has written nothing yet
     */
    public static AuditChain begin(Connection connection) throws SQLException {
        Optional<ChainHead> last = Query.of(connection, "audit/last_entry.sql").first(ChainHead.class);
        var chain = new AuditChain(connection, last);
        if (last.isPresent()) {
            chain.note();
        }
        return chain;
    }

    private void note() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SqlFile.read("audit/begin.sql"));
        }
        List<String> tables = HistoricalTables.names();
        Query.of(connection, "audit/audited_tables.sql")
                .withAll("table_names", tables)
                .withAll(
                        "row_sqls",
                        tables.stream().map(HistoricalTables::rowSql).toList())
                .update();
    }

    /**
     * Writes the entry, if anything of the history was written. The first one covers all that is there.
     *
     * @param filled tables that were empty before, and whose rows were written without triggers
     */
    public void end(long etlRunId, Set<String> filled) throws SQLException {
        long entryNo = last.map(ChainHead::entryNo).orElse(0L) + 1;
        List<String> scanned = HistoricalTables.names().stream()
                .filter(table -> last.isEmpty() || filled.contains(table))
                .toList();
        for (String table : scanned) {
            addScanned(entryNo, table);
        }
        if (last.isPresent()) {
            addNoted(entryNo);
        }
        Query.composed(connection, "audit/entry.sql", HistoricalTables.text("entry.sql"))
                .with("entry_no", entryNo)
                .with("etl_run_id", etlRunId)
                .with("previous_hash", last.map(ChainHead::entryHash).orElse(""))
                .update();
    }

    private void addNoted(long entryNo) {
        long rows = Query.of(connection, "audit/note_count.sql").count();
        if (rows > 0) {
            Query.composed(connection, "audit/parts_of_notes.sql", HistoricalTables.text("parts_of_notes.sql"))
                    .with("entry_no", entryNo)
                    .with("slices", slices(rows))
                    .update();
        }
    }

    private void addScanned(long entryNo, String table) throws SQLException {
        long rows = Query.of(connection, "audit/row_estimate.sql")
                .with("table_name", table)
                .count();
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists pg_temp.audit_scan");
            statement.execute(SqlFile.read("audit/scan.sql")
                    .replace(":rows", HistoricalTables.rowSql(table).replace(":rows", table))
                    .replace(":slices", String.valueOf(slices(rows))));
        }
        Query.composed(connection, "audit/parts_of_scan.sql", HistoricalTables.text("parts_of_scan.sql"))
                .with("entry_no", entryNo)
                .with("table_name", table)
                .update();
    }

    private static int slices(long rows) {
        return (int) Math.clamp(rows / ROWS_OF_A_PART, 1, MOST_SLICES);
    }
}
