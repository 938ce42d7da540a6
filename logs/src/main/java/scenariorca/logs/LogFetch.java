package scenariorca.logs;

import java.time.Instant;
import java.util.List;

/**
 * How a fetch ended.
 *
 * @param events events handed over
 * @param pages pages asked for, empty ones included
 * @param completeTo every event before this time that the source had was handed over; the request's {@code from} when
 *     nothing is certain, its {@code to} when all is. Events that the source receives later still come: fetch again.
 * @param stoppedBecause why {@code completeTo} is before the request's {@code to}; empty when it is not
 * @param broken how many of the events stand for something the source could not read: their message is the raw text,
 *     their time that of a neighbour
 * @param notices what a person should know of the answer, at most a handful of lines; they hold no log text
 */
public record LogFetch(
        long events, int pages, Instant completeTo, String stoppedBecause, long broken, List<String> notices) {
    public LogFetch {
        notices = List.copyOf(notices);
    }

    public LogFetch(long events, int pages, Instant completeTo, String stoppedBecause) {
        this(events, pages, completeTo, stoppedBecause, 0, List.of());
    }

    /** Everything asked for was handed over. */
    public static LogFetch complete(LogRequest request, long events, int pages) {
        return new LogFetch(events, pages, request.to(), "");
    }

    public boolean isComplete() {
        return stoppedBecause.isEmpty();
    }
}
