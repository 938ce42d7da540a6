package scenariorca.server;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many answers are made at once. Each caller has a share that leaves connections for the others, and only so many wait
 * at all: who comes later is told to come back, which is kinder than a queue that only grows.
 */
final class Bulkhead {
    private static final int WAITING_PER_CONNECTION = 40;
    private static final long WAIT_SECONDS = 10;

    private final int share;
    private final int maxWaiting;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ConcurrentHashMap<String, Line> lines = new ConcurrentHashMap<>();

    /** @param connections to the warehouse */
    Bulkhead(int connections) {
        this.share = connections - connections / 4 - (connections > 1 && connections < 4 ? 1 : 0);
        this.maxWaiting = connections * WAITING_PER_CONNECTION;
    }

    /** What became of one who came. */
    enum Turn {
        /** In; must leave. */
        IN,
        /** The caller's own requests take too long for one more. */
        TOO_MANY_OF_YOURS,
        /** Too many wait already. */
        FULL
    }

    /** One caller's requests, and how many of them are here: the line goes when the last one leaves. */
    private static final class Line {
        private final Semaphore places;
        private int here;

        Line(int share) {
            places = new Semaphore(share, true);
        }
    }

    Turn enter(String caller) {
        if (waiting.incrementAndGet() > maxWaiting) {
            waiting.decrementAndGet();
            return Turn.FULL;
        }
        Line line = join(caller);
        boolean isIn = false;
        try {
            isIn = line.places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
            if (!isIn) {
                quit(caller);
            }
        }
        return isIn ? Turn.IN : Turn.TOO_MANY_OF_YOURS;
    }

    void leave(String caller) {
        Line line = lines.get(caller);
        if (line != null) {
            line.places.release();
        }
        quit(caller);
    }

    /** Requests that wait for their turn. */
    int waiting() {
        return waiting.get();
    }

    private Line join(String caller) {
        return lines.compute(caller, (_, known) -> {
            Line line = known == null ? new Line(share) : known;
            line.here++;
            return line;
        });
    }

    private void quit(String caller) {
        lines.computeIfPresent(caller, (_, line) -> --line.here == 0 ? null : line);
    }
}
