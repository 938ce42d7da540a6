package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.RcaException;
import scenariorca.source.SourceDatabase;

/**
 * The last rows of a load on their way into staging, on a connection and a thread of their own, while the rows before
 * them are merged. It owns the look at the source and ends it with the last row.
 */
final class BackgroundExtraction implements AutoCloseable {
    private final @Nullable Connection connection;
    private final FutureTask<Void> task;

    private BackgroundExtraction(@Nullable Connection connection, FutureTask<Void> task) {
        this.connection = connection;
        this.task = task;
    }

    /** Reads rows and writes them to staging. */
    interface Work {
        void readInto(Connection staging) throws SQLException;
    }

    static BackgroundExtraction start(SourceDatabase look, Connection connection, Work work) {
        var reading = new BackgroundExtraction(connection, new FutureTask<>(() -> {
            try (look) {
                work.readInto(connection);
            }
            return null;
        }));
        Thread.ofVirtual().name("rca-side-reading").start(reading.task);
        return reading;
    }

    /** Every row has arrived already. */
    static BackgroundExtraction none(SourceDatabase look) {
        look.close();
        var reading = new BackgroundExtraction(null, new FutureTask<>(() -> null));
        reading.task.run();
        return reading;
    }

    /** Returns when the last row has arrived, or throws what kept it from arriving. */
    void await() throws SQLException {
        try {
            task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RcaException explained -> throw explained;
                case SQLException failure -> throw failure;
                case null, default -> throw new IllegalStateException("reading the source failed", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while reading the source", e);
        }
    }

    /** Rows still on their way are given up. */
    @Override
    public void close() throws SQLException {
        if (connection == null) {
            return;
        }
        if (task.isDone()) {
            connection.close();
        } else {
            connection.abort(Runnable::run);
        }
    }
}
