package scenariorca.spark;

import java.io.IOException;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import scenariorca.logs.BinaryRows;
import scenariorca.logs.LineRow;
import scenariorca.logs.LogIds;

/** Hands objects over to the warehouse, each in one transaction with its entry in the ledger: never twice, never in part. */
final class HandOver implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int BUFFER_BYTES = 1 << 16;

    private static final String TARGET =
            "handed_line (chunk_no, line_no, log_timestamp, ingested_at, subject, correlation_id, scenario_id, run_id, node_id,"
                    + " kind_id, request_duration_ms, http_status, part_count, log_group, severity, environment, event_id,"
                    + " http_method, user_id, redactions, later_parts, log_stream, message, stack_trace, service_name,"
                    + " request_path, unparsed_reason, metadata)";

    /** The columns of the lake that are handed over, in the order in which {@link #copy} reads them. */
    static final List<String> COLUMNS = List.of(
            "source_object",
            "source_line",
            "log_micros",
            "ingested_micros",
            "correlation_id",
            "scenario_id",
            "run_id",
            "node_id",
            "kind",
            "request_duration_ms",
            "http_status",
            "part_count",
            "log_group",
            "severity",
            "environment",
            "event_id",
            "http_method",
            "user_id",
            "redactions",
            "later_parts",
            "log_stream",
            "message",
            "stack_trace",
            "service_name",
            "request_path",
            "unparsed_reason",
            "metadata");

    private final WarehouseLink warehouse;
    private final String lake;
    private final Map<String, Chunk> chunks;

    HandOver(WarehouseLink warehouse, String lake, Map<String, Chunk> chunks) {
        this.warehouse = warehouse;
        this.lake = lake;
        this.chunks = chunks;
    }

    /**
     * What is known of an object besides its lines.
     *
     * @param counts its lines in the lake
     */
    record Chunk(String id, Map<String, ObjectIndex.Group> groups, List<Count> counts) implements Serializable {
        long lines() {
            return counts.stream().mapToLong(Count::lines).sum();
        }
    }

    /** @param hourMicros start of the hour, since 1970 */
    record Count(long hourMicros, String group, String environment, String severity, long lines)
            implements Serializable {}

    /** Takes the lines of any number of objects, those of each together. */
    void rows(Iterator<Row> rows) throws SQLException, IOException {
        if (!rows.hasNext()) {
            return;
        }
        try (Connection connection = warehouse.connect()) {
            connection.setAutoCommit(false);
            @Nullable Row row = rows.next();
            while (row != null) {
                row = chunk(connection, row.getString(0), row, rows);
            }
        }
    }

    /** Objects of which no line is handed over. */
    void empty(List<String> objects) throws SQLException, IOException {
        try (Connection connection = warehouse.connect()) {
            connection.setAutoCommit(false);
            for (String object : objects) {
                chunk(connection, object, null, List.<Row>of().iterator());
            }
        }
    }

    /** @return the first row of the next object; null when there is none */
    private @Nullable Row chunk(Connection connection, String object, @Nullable Row first, Iterator<Row> rows)
            throws SQLException, IOException {
        Chunk chunk = chunks.get(object);
        if (chunk == null) {
            throw new IllegalStateException("nothing is known of the object " + object);
        }
        long number = claim(connection, chunk);
        @Nullable Row row = first;
        if (number < 0) {
            connection.rollback();
            while (row != null && row.getString(0).equals(object)) {
                row = rows.hasNext() ? rows.next() : null;
            }
            return row;
        }
        long kept = 0;
        var out = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class),
                "copy " + TARGET + " from stdin with (format binary)",
                BUFFER_BYTES);
        try (var copy = new BinaryRows(out, TARGET.split(",").length)) {
            while (row != null && row.getString(0).equals(object)) {
                copy(copy, number, row);
                kept++;
                row = rows.hasNext() ? rows.next() : null;
            }
        }
        note(connection, number, chunk, kept);
        connection.commit();
        return row;
    }

    private long claim(Connection connection, Chunk chunk) throws SQLException {
        try (var statement = connection.prepareStatement(WarehouseLink.sql("claim"))) {
            statement.setString(1, chunk.id());
            statement.setString(2, lake);
            statement.setLong(3, chunk.lines());
            ResultSet rows = statement.executeQuery();
            return rows.next() ? rows.getLong(1) : -1;
        }
    }

    private static void note(Connection connection, long number, Chunk chunk, long kept) throws SQLException {
        try (var counts = connection.prepareStatement(WarehouseLink.sql("count"));
                var groups = connection.prepareStatement(WarehouseLink.sql("group"));
                var total = connection.prepareStatement(WarehouseLink.sql("kept"))) {
            for (Count count : chunk.counts()) {
                counts.setLong(1, number);
                counts.setLong(2, count.hourMicros());
                counts.setString(3, count.group());
                counts.setString(4, count.environment());
                counts.setString(5, count.severity());
                counts.setLong(6, count.lines());
                counts.addBatch();
            }
            counts.executeBatch();
            for (Map.Entry<String, ObjectIndex.Group> group : chunk.groups().entrySet()) {
                groups.setLong(1, number);
                groups.setString(2, group.getKey());
                groups.setLong(3, group.getValue().events());
                groups.setLong(4, group.getValue().newestMicros());
                groups.setObject(5, group.getValue().newestPastMicros(), Types.BIGINT);
                groups.setLong(6, group.getValue().lagMaxMillis());
                groups.setArray(
                        7,
                        connection.createArrayOf(
                                "bigint",
                                Arrays.stream(group.getValue().lagCounts())
                                        .boxed()
                                        .toArray()));
                groups.addBatch();
            }
            groups.executeBatch();
            total.setLong(1, kept);
            total.setLong(2, number);
            total.executeUpdate();
        }
    }

    private static void copy(BinaryRows copy, long chunk, Row row) throws IOException {
        var ids = new LogIds(id(row, 4), id(row, 5), id(row, 6), id(row, 7), null);
        copy.row().bigint(chunk).bigint(row.getLong(1)).time(row.getLong(2));
        if (row.isNullAt(3)) {
            copy.none();
        } else {
            copy.time(row.getLong(3));
        }
        copy.id(LineRow.subject(ids))
                .id(ids.correlationId())
                .id(ids.scenarioId())
                .id(ids.runId())
                .id(ids.nodeId())
                .id(id(row, 8));
        if (row.isNullAt(9)) {
            copy.none();
        } else {
            copy.bigint(row.getLong(9));
        }
        if (row.isNullAt(10)) {
            copy.none();
        } else {
            copy.integer(row.getInt(10));
        }
        copy.integer(row.getInt(11));
        for (int column = 12; column <= 18; column++) {
            copy.text(row.getString(column));
        }
        copy.texts(row.isNullAt(19) ? List.of() : new ArrayList<>(row.<String>getList(19)));
        for (int column = 20; column <= 25; column++) {
            copy.text(row.getString(column));
        }
        copy.json(row.getString(26));
    }

    private static @Nullable UUID id(Row row, int column) {
        return row.isNullAt(column) ? null : UUID.fromString(row.getString(column));
    }
}
