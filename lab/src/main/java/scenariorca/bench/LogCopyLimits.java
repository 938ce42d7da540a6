package scenariorca.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import scenariorca.platform.SqlFile;
import scenariorca.warehouse.Warehouse;

/**
 * Seconds of the bare COPY of the rows that two loads have written, finished, from files of the very rows: what the loads are
 * measured against, which also have to fetch, join, redact and read the lines, find their patterns, tell known from new, link
 * and count.
 *
 * @param firstSeconds the rows of the first load, into their own table, emptied but with its days, indexes and keys
 * @param laterSeconds those of the later load, into that table with the rows of the first in it
 * @param bareSeconds the rows of the first load, into a table without days, indexes and keys
 */
record LogCopyLimits(double firstSeconds, double laterSeconds, double bareSeconds) {

    /** @param firstLaterId the events of the later load have this id or a greater one; the table is theirs alone afterwards */
    static LogCopyLimits measure(Warehouse warehouse, String firstLaterId) throws SQLException {
        try (Connection connection = warehouse.connect("rca-bench");
                var statement = connection.createStatement();
                var first = new RowFile();
                var later = new RowFile()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            String columns = SqlFile.read("bench/log_columns.sql").strip();
            String rows = "copy (select " + columns + " from fact_cloudwatch_log where event_id %s '" + firstLaterId
                    + "') to stdout";
            first.fill(copy, rows.formatted("<"));
            later.fill(copy, rows.formatted(">="));
            statement.execute(SqlFile.read("bench/log_limit.sql"));
            String fact = "copy fact_cloudwatch_log (" + columns + ") from stdin";
            return new LogCopyLimits(
                    first.seconds(copy, fact),
                    later.seconds(copy, fact),
                    first.seconds(copy, "copy bench_bare (" + columns + ") from stdin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows as COPY writes and reads them, in a file that goes with it. */
    private static final class RowFile implements AutoCloseable {
        private static final int BUFFER = 1 << 16;

        private final Path path;

        RowFile() throws IOException {
            path = Files.createTempFile("rca-bench-logs", ".copy");
        }

        void fill(CopyManager copy, String sql) throws SQLException, IOException {
            try (OutputStream out = Files.newOutputStream(path)) {
                copy.copyOut(sql, out);
            }
        }

        double seconds(CopyManager copy, String sql) throws SQLException, IOException {
            try (InputStream in = Files.newInputStream(path)) {
                long start = System.nanoTime();
                copy.copyIn(sql, in, BUFFER);
                return (System.nanoTime() - start) / 1e9;
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }
}
