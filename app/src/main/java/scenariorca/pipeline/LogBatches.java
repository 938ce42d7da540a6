package scenariorca.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import scenariorca.logs.ParsedLine;
import scenariorca.logs.Redactor;
import scenariorca.logs.Seams;

/** Redacts and reads log events on all cores and hands them on in their order, a bounded number at a time. */
final class LogBatches implements AutoCloseable {
    private static final int BATCH_EVENTS = 500;
    private static final int BATCH_CHARS = 1 << 20;
    private static final int BATCHES_WAITING = 4;

    private final Redactor redactor;
    private final Consumer<ParsedLine> lines;
    private final ExecutorService workers;
    private final Deque<Future<List<ParsedLine>>> waiting = new ArrayDeque<>();
    private List<Seams.Part> batch = new ArrayList<>();
    private int chars;

    /** @param lines called in the thread of the caller */
    LogBatches(Redactor redactor, Consumer<ParsedLine> lines) {
        this.redactor = redactor;
        this.lines = lines;
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("rca-logs-", 0).factory());
    }

    void add(Seams.Part part) {
        batch.add(part);
        chars += part.event().message().length();
        if (batch.size() >= BATCH_EVENTS || chars >= BATCH_CHARS) {
            submit();
        }
    }

    private void submit() {
        List<Seams.Part> parts = batch;
        batch = new ArrayList<>();
        chars = 0;
        waiting.add(workers.submit(
                () -> parts.stream().map(part -> ParsedLine.of(part, redactor)).toList()));
        while (waiting.size() > BATCHES_WAITING) {
            handOn();
        }
    }

    /** Hands on everything that was added. */
    void flush() {
        if (!batch.isEmpty()) {
            submit();
        }
        while (!waiting.isEmpty()) {
            handOn();
        }
    }

    private void handOn() {
        try {
            waiting.remove().get().forEach(lines);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a log line could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading log lines", e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
