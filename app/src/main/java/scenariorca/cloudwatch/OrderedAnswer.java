package scenariorca.cloudwatch;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.RawLogEvent;

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
        return false;
    }

    void end(TimeSlice slice) {
        completeTo = slice.to();
    }

    void stop(String reason) {
        stoppedBecause = reason;
        // Within a slice the service sorts by time. Should it not, nothing of the slice is certain.
        completeTo = isSorted ? latest : sliceFrom;
    }

    LogFetch finish(int calls, boolean isUnknownGroup) {
        List<String> notices = isUnknownGroup
                ? List.of("there is no log group %s here; check its name, AWS_REGION and the account"
                        .formatted(request.group()))
                : List.of();
        Instant to = stoppedBecause.isEmpty() ? request.to() : completeTo;
        return new LogFetch(events, calls, to, stoppedBecause, 0, notices);
    }

    private void notice(RawLogEvent event) {
        isSorted &= !event.timestamp().isBefore(latest);
        latest = event.timestamp().isAfter(latest) ? event.timestamp() : latest;
    }
}
