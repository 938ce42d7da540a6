package scenariorca.cloudwatch;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.RcaException;

/** Follows the page tokens of one time slice in a thread of its own, a few pages ahead of whoever takes them. */
final class SliceReader {
    /** Pages of a slice that wait to be taken. */
    private static final int AHEAD = 3;

    /** Pages without an event in a row, after which something must be wrong: hours of calls. */
    private static final int MAX_EMPTY_PAGES = 100_000;

    /** So often a slice is begun again because its token was refused. */
    private static final int MAX_RESTARTS = 3;

    /** What comes out of a slice. */
    sealed interface Part {}

    /**
     * A page.
     *
     * @param isFull whether the service filled it
     * @param hasNext whether it came with a token
     */
    record Page(List<RawLogEvent> events, boolean isFull, boolean hasNext) implements Part {}

    /**
     * Everything was read.
     *
     * @param pages calls it took
     * @param isThin whether a page came that was not full, and yet not the last
     */
    record End(int pages, boolean isThin) implements Part {}

    /** It cannot go on. */
    record Stopped(String reason) implements Part {}

    record Failed(RcaException failure) implements Part {}

    private final TimeSlice slice;
    private final FilterCalls calls;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>(AHEAD);
    private final Thread thread;

    private SliceReader(TimeSlice slice, FilterCalls calls) {
        this.slice = slice;
        this.calls = calls;
        this.thread = Thread.ofVirtual().name("cloudwatch " + slice.from()).unstarted(this::run);
    }

    static SliceReader start(TimeSlice slice, FilterCalls calls) {
        var reader = new SliceReader(slice, calls);
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

    private void run() {
        try {
            parts.put(read());
        } catch (InterruptedException e) {
            // cancelled: nobody takes parts any more
            Thread.currentThread().interrupt();
        }
    }

    private Part read() throws InterruptedException {
        try {
            for (int restart = 0; ; restart++) {
                var chain = new Chain();
                @Nullable Part end = chain.read();
                if (end != null) {
                    return end;
                }
                if (restart == MAX_RESTARTS) {
                    return new Stopped("CloudWatch refused its own page tokens %d times".formatted(restart + 1));
                }
            }
        } catch (RcaException e) {
            return new Failed(e);
        }
    }

    /** The pages from a slice's first to its last, each asked for with the token of the one before. */
    private final class Chain {
        private int pages;
        private int emptyPages;
        private boolean isThin;

        /** A token seen before, put aside at page 1, 2, 4, 8 ...: that finds any circle without keeping all tokens. */
        private @Nullable String aside;

        private int nextAside = 1;

        /** @return how it ended; null when a token was refused */
        @Nullable
        Part read() throws InterruptedException {
            @Nullable String token = null;
            while (true) {
                switch (calls.ask(slice, token)) {
                    case FilterCalls.TokenRefused _ -> {
                        return null;
                    }
                    case FilterCalls.Page page -> {
                        hand(page);
                        token = page.token();
                    }
                }
                if (token == null) {
                    return new End(pages, isThin);
                }
                if (token.equals(aside)) {
                    return new Stopped("CloudWatch gave the same page token twice, which would never end");
                }
                if (emptyPages >= MAX_EMPTY_PAGES) {
                    return new Stopped("CloudWatch gave %,d pages in a row without an event".formatted(emptyPages));
                }
                if (pages == nextAside) {
                    aside = token;
                    nextAside *= 2;
                }
            }
        }

        private void hand(FilterCalls.Page page) throws InterruptedException {
            pages++;
            isThin |= !page.isFull() && page.token() != null;
            emptyPages = page.events().isEmpty() ? emptyPages + 1 : 0;
            parts.put(new Page(page.events(), page.isFull(), page.token() != null));
        }
    }
}
