package scenariorca.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scenariorca.platform.RcaException;

/**
 * Loads at once, and then again and again. A load that fails is told and tried again soon, then less and less often, but
 * never less often than every few minutes; as each load goes on where the last good one ended, nothing is lost meanwhile.
 */
public final class Schedule {
    /** The first try after a failure comes within this time. */
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

    /** However long it has been failing, and however rarely it loads, it tries this often. */
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger("rca.loads");

    private final Pipeline pipeline;
    private final Duration interval;
    private final LoadStatus watch;
    private final Clock clock;
    private final Backoff backoff;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private int failures;

    /** @param interval from the end of a load to the start of the next */
    public Schedule(Pipeline pipeline, Duration interval, LoadStatus watch, Clock clock) {
        this.pipeline = pipeline;
        this.interval = interval;
        this.watch = watch;
        this.clock = clock;
        this.backoff = new Backoff(
                FIRST_RETRY,
                interval.compareTo(LONGEST_RETRY) < 0 ? interval.plus(FIRST_RETRY) : LONGEST_RETRY,
                RandomGenerator.getDefault());
    }

    /**
     * Returns when it is stopped or its thread is interrupted.
     *
     * @param first what to load first; from then on what changed
     * @param loaded told of each load that ended well
     */
    public void follow(LoadRequest first, Consumer<LoadSummary> loaded) {
        LoadRequest request = first;
        boolean isOver = false;
        while (!isOver) {
            boolean isLoaded = attempt(request, loaded);
            request = isLoaded ? new LoadRequest.Incremental() : request;
            isOver = isStoppedWithin(failures == 0 ? interval : backoff.after(failures));
        }
    }

    /** The load under way, if any, may end; no other begins. */
    public void stop() {
        stopped.countDown();
    }

    private boolean attempt(LoadRequest request, Consumer<LoadSummary> loaded) {
        watch.began();
        if (!(request instanceof LoadRequest.Incremental)) {
            log.info("loading mode={}, which may take a while", request.mode());
        }
        try {
            LoadSummary summary = pipeline.run(request, _ -> {});
            boolean isWhole = watch.succeeded(summary);
            tell(summary);
            loaded.accept(summary);
            if (stopped.getCount() > 0) {
                pipeline.diagnose(_ -> {});
            }
            failures = isWhole ? 0 : failures + 1;
            return true;
        } catch (RcaException e) {
            failed(e, e.getMessage());
        } catch (RuntimeException e) { // the edge of the thread: it must go on whatever a load throws
            failed(e, e.toString());
            log.debug("load failed", e);
        }
        return false;
    }

    private void failed(RuntimeException failure, String why) {
        if (Thread.currentThread().isInterrupted()) {
            log.info("load given up, as the program stops; the next one goes on where the last good one ended");
            return;
        }
        watch.failed(failure);
        failures++;
        log.warn("load failed try={} {}", failures, why);
    }

    private static void tell(LoadSummary summary) {
        LogCounts logs = summary.logs();
        log.info(
                "loaded mode={} status={} version={} rows_read={} rows_written={} log_events={} seconds={}",
                summary.mode(),
                summary.status(),
                summary.version(),
                summary.rowsRead(),
                summary.rowsWritten(),
                logs == null ? 0 : logs.eventsRead(),
                Math.round(summary.seconds() * 1000) / 1000.0);
        summary.notices().forEach(notice -> log.warn("load={} {}", summary.etlRunId(), notice));
    }

    private boolean isStoppedWithin(Duration time) {
        Instant next = clock.instant().plus(time);
        watch.nextTryAt(next);
        if (failures > 0) {
            log.info("next load at={}", next.truncatedTo(ChronoUnit.MILLIS));
        }
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
