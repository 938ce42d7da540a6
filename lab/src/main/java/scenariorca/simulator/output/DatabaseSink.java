package scenariorca.simulator.output;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/**
 * Streams rows into the platform's database by COPY, while the next ones are being made: one thread, one connection, one
 * transaction. A bounded number of chunks is in flight, so a slow database slows the platform down instead of filling memory.
 */
final class DatabaseSink implements RowSink, AutoCloseable {
    private static final int CHUNK_BYTES = 1 << 20;
    private static final int MOST_CHUNKS = 8;
    private static final long PROGRESS_NANOS = 1_000_000_000L;

    private record Chunk(@Nullable Table table, byte[] rows, int count) {}

    private final Connection connection;
    private final FillProgress progress;
    private final Map<Table, ByteArrayOutputStream> buffers = new EnumMap<>(Table.class);
    private final Map<Table, Integer> counts = new EnumMap<>(Table.class);
    private final BlockingQueue<Chunk> queue = new ArrayBlockingQueue<>(MOST_CHUNKS);
    private final Map<Table, Long> written = new EnumMap<>(Table.class);
    private final Thread writer;
    private volatile @Nullable Throwable failure;
    private final long startedNanos = System.nanoTime();
    private long reportedNanos = startedNanos;
    private long total;

    /** A sink over a connection without auto-commit, whose tables exist and are empty. */
    DatabaseSink(Connection connection, FillProgress progress) {
        this.connection = connection;
        this.progress = progress;
        this.writer = Thread.ofPlatform().name("simulator-copy").daemon().start(this::writeAll);
    }

    @Override
    public void row(Table table, byte[] row) {
        var buffer = buffers.computeIfAbsent(table, key -> new ByteArrayOutputStream(CHUNK_BYTES + 8192));
        buffer.write(row, 0, row.length);
        counts.merge(table, 1, Integer::sum);
        if (buffer.size() >= CHUNK_BYTES) {
            send(table);
        }
    }

    private void send(Table table) {
        var buffer = buffers.get(table);
        Integer count = counts.remove(table);
        if (buffer == null || count == null) {
            return;
        }
        put(new Chunk(table, buffer.toByteArray(), count));
        buffer.reset();
    }

    private void put(Chunk chunk) {
        rethrow();
        try {
            queue.put(chunk);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RcaException(ErrorCode.PROBLEM, "interrupted while writing to the platform's database", e);
        }
    }

    /** Waits until everything is in the database, uncommitted. */
    void finish() {
        for (Table table : Table.values()) {
            send(table);
        }
        put(new Chunk(null, new byte[0], 0));
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rethrow();
        report("written");
    }

    private void rethrow() {
        Throwable thrown = failure;
        if (thrown != null) {
            throw new RcaException(
                    ErrorCode.PROBLEM, "the target database refused rows: " + thrown.getMessage(), thrown);
        }
    }

    /** Rows written to a table so far. */
    long written(Table table) {
        return written.getOrDefault(table, 0L);
    }

    private void writeAll() {
        try {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Chunk chunk = queue.take(); chunk.table() != null; chunk = queue.take()) {
                if (failure == null) {
                    write(copy, chunk.table(), chunk);
                }
            }
        } catch (SQLException e) {
            failure = e;
            queue.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(CopyManager copy, Table table, Chunk chunk) throws SQLException {
        var in = copy.copyIn(Scripts.copy(table.sqlName()));
        in.writeToCopy(chunk.rows(), 0, chunk.rows().length);
        in.endCopy();
        written.merge(table, (long) chunk.count(), Long::sum);
        total += chunk.count();
        if (System.nanoTime() - reportedNanos > PROGRESS_NANOS) {
            report("writing");
        }
    }

    private void report(String word) {
        reportedNanos = System.nanoTime();
        double seconds = (reportedNanos - startedNanos) / 1e9;
        progress.report(String.format(
                Locale.ROOT,
                "%s %,d rows, %,d of them node calculations, %,.0f rows/s, %,.0f calculations a minute",
                word,
                total,
                written(Table.FC_SCENARIO_NODE_CALC),
                total / seconds,
                written(Table.FC_SCENARIO_NODE_CALC) / seconds * 60));
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}
