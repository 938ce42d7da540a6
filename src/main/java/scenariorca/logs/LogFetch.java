package scenariorca.logs;

import java.time.Instant;

/**
 * How a fetch ended.
 *
 * @param events events handed over
 * @param pages pages asked for, empty ones included
 * @param completeTo every event before this time that the source had was handed over; the request's {@code from} when
 *     nothing is certain, its {@code to} when all is. Events that the source receives later still come: fetch again.
 * @param stoppedBecause why {@code completeTo} is before the request's {@code to}; empty when it is not
 */
public record LogFetch(long events, int pages, Instant completeTo, String stoppedBecause) {
    /** Everything asked for was handed over. */
    public static LogFetch complete(LogRequest request, long events, int pages) {
        return new LogFetch(events, pages, request.to(), "");
    }

    public boolean isComplete() {
        return stoppedBecause.isEmpty();
    }
}
