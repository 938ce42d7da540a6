package scenariorca.cloudwatch;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.RcaException;

/** Hands pages over in the order of time, slice by slice, and knows at any moment up to where nothing is missing. */
final class OrderedAnswer {
    private final LogRequest request;
    private final Consumer<List<RawLogEvent>> pages;
    private long events;
    private Instant completeTo;
    private String stoppedBecause = "";
    private Instant sliceFrom;
    private Instant latest;
    private boolean isSorted = true;

    OrderedAnswer(LogRequest request, Consumer<List<RawLogEvent>> pages) {
        this.request = request;
        this.pages = pages;
        this.completeTo = request.from();
        this.sliceFrom = request.from();
        this.latest = request.from();
    }

    /** Slices follow each other without a gap. */
    void begin(TimeSlice slice) {
        sliceFrom = slice.from();
        latest = slice.from();
        isSorted = true;
    }

    /** @return false when the bound is reached */
    boolean take(List<RawLogEvent> page) {
        int room = (int) Math.min(page.size(), request.maxEvents() - events);
        List<RawLogEvent> given = page.subList(0, room);
        given.forEach(this::notice);
        if (room > 0) {
            events += room;
            pages.accept(List.copyOf(given));
        }
        if (room == page.size()) {
            return true;
        }
        notice(page.get(room));
        stop("there are more than %,d events; ask for less time".formatted(request.maxEvents()));
        // Holds for services that sort all pages of an answer by time. CloudWatch does not promise it: ask that without
        // a bound.
        completeTo = isSorted ? latest : sliceFrom;
        return false;
    }

    void end(TimeSlice slice) {
        completeTo = slice.to();
    }

    /** Nothing of the slice under way is certain: the service may search stream after stream. */
    void stop(String reason) {
        stoppedBecause = reason;
        completeTo = sliceFrom;
    }

    /** Ends with what is complete. @throws RcaException the failure, when nothing is */
    void fail(RcaException failure) {
        if (!completeTo.isAfter(request.from())) {
            throw failure;
        }
        stoppedBecause = String.valueOf(failure.getMessage());
    }

    LogFetch finish(int calls, int broken) {
        Instant to = stoppedBecause.isEmpty() ? request.to() : completeTo;
        return new LogFetch(events, calls, to, stoppedBecause, broken, List.of());
    }

    private void notice(RawLogEvent event) {
        isSorted &= !event.timestamp().isBefore(latest);
        latest = event.timestamp().isAfter(latest) ? event.timestamp() : latest;
    }
}
