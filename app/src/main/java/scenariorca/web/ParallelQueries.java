package scenariorca.web;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import scenariorca.platform.RcaException;
import scenariorca.report.ViewerContext;

/** Questions put at the same time: a page waits for the slowest of them, not for their sum. */
final class ParallelQueries implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    <T> Future<T> ask(Callable<T> question) {
        return threads.submit(ViewerContext.carried(question));
    }

    /** @throws RcaException the one the question ended with */
    static <T> T answer(Future<T> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RcaException known) {
                throw known;
            }
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
