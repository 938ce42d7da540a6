package scenariorca.cloudwatch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.RcaException;

/** Reads one time slice in a thread of its own, a few pages ahead of whoever takes them. */
final class SliceReader {
    /** Pages of a slice that wait to be taken. */
    private static final int AHEAD = 3;

    /** Pages without an event in a row, after which something must be wrong. */
    private static final int MAX_EMPTY_PAGES = 2_000;

    /** What comes out of a slice. */
    sealed interface Part {}

    record Page(List<RawLogEvent> events) implements Part {}

    /** Everything was read. */
    record End(int pages) implements Part {}

    /** It cannot go on. */
    record Stopped(String reason) implements Part {}

    record Failed(RcaException failure) implements Part {}

    private final TimeSlice slice;
    private final FilterCalls calls;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>(AHEAD);
    private final Thread thread;

    /** @param first what was asked for already; null to begin at the beginning */
    private SliceReader(TimeSlice slice, FilterCalls calls, FilterCalls.@Nullable Answer first) {
        this.slice = slice;
        this.calls = calls;
        this.thread = Thread.ofVirtual().name("cloudwatch " + slice.from()).unstarted(() -> run(first));
    }

    static SliceReader start(TimeSlice slice, FilterCalls calls, FilterCalls.@Nullable Answer first) {
        var reader = new SliceReader(slice, calls, first);
        reader.thread.start();
        return reader;
    }

    TimeSlice slice() {
        return slice;
    }

    /** Waits for the next part. */
    Part take() throws InterruptedException {
        return parts.take();
    }

    /** Stops reading; what was not taken is dropped. */
    void cancel() {
        thread.interrupt();
    }

    private void run(FilterCalls.@Nullable Answer first) {
        try {
            parts.put(read(first));
        } catch (InterruptedException e) {
            // cancelled: nobody takes parts any more
            Thread.currentThread().interrupt();
        }
    }

    private Part read(FilterCalls.@Nullable Answer first) throws InterruptedException {
        Set<String> tokens = new HashSet<>();
        int pages = 0;
        int empty = 0;
        FilterCalls.Answer answer = first;
        try {
            while (true) {
                answer = answer == null ? calls.ask(slice, null) : answer;
                pages++;
                empty = answer.events().isEmpty() ? empty + 1 : 0;
                if (!answer.events().isEmpty()) {
                    parts.put(new Page(answer.events()));
                }
                String token = answer.token();
                if (token == null || token.isEmpty()) {
                    return new End(pages);
                }
                if (!tokens.add(token)) {
                    return new Stopped("CloudWatch gave the same page token twice, which would never end");
                }
                if (empty >= MAX_EMPTY_PAGES) {
                    return new Stopped("CloudWatch gave %,d pages in a row without an event".formatted(empty));
                }
                answer = calls.ask(slice, token);
            }
        } catch (RcaException e) {
            return new Failed(e);
        }
    }
}
