package scenariorca.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.WarehouseReader;

/**
 * The statements of a report without anything around them: prepared once per connection, run over the same driver with the
 * same settings, every column of every row read.
 */
final class BareSql {
    private static final int THREADS = 8;

    private final WarehouseReader reader;

    BareSql(WarehouseReader reader) {
        this.reader = reader;
    }

    /** One statement with its values. */
    record Statement(String sql, List<@Nullable Object> values) {}

    /** @param questions the statements of each question, in order */
    Measured run(List<List<Statement>> questions, Duration duration) {
        var start = Measured.Start.now();
        long deadline = start.nanos() + duration.toNanos();
        var total = new Latencies();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var running = new ArrayList<Future<Latencies>>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                running.add(threads.submit(() -> repeat(questions, first, deadline)));
            }
            for (Future<Latencies> done : running) {
                total.addAll(done.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RcaException(ErrorCode.PROBLEM, "the measurement was interrupted", e);
        } catch (ExecutionException e) {
            throw new RcaException(ErrorCode.PROBLEM, "the bare SQL failed: " + e.getMessage(), e);
        }
        return start.end(total);
    }

    private Latencies repeat(List<List<Statement>> questions, int first, long deadline) throws SQLException {
        var latencies = new Latencies();
        try (Connection connection = reader.connect()) {
            Map<String, PreparedStatement> prepared = new HashMap<>();
            for (int index = first; System.nanoTime() < deadline; index++) {
                long start = System.nanoTime();
                for (Statement statement : questions.get(index % questions.size())) {
                    PreparedStatement ready = prepared.get(statement.sql());
                    if (ready == null) {
                        ready = connection.prepareStatement(statement.sql());
                        prepared.put(statement.sql(), ready);
                    }
                    run(connection, ready, statement.values());
                }
                latencies.add(System.nanoTime() - start);
            }
        }
        return latencies;
    }

    private static void run(Connection connection, PreparedStatement statement, List<@Nullable Object> values)
            throws SQLException {
        for (int index = 0; index < values.size(); index++) {
            Object value = values.get(index);
            if (value instanceof String[] texts) {
                statement.setArray(index + 1, connection.createArrayOf("text", texts));
            } else {
                statement.setObject(index + 1, value);
            }
        }
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
            }
        }
    }
}
