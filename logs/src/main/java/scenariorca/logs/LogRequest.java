package scenariorca.logs;

import java.time.Instant;

/**
 * Which events are wanted.
 *
 * @param group log group
 * @param from first event time, inclusive
 * @param to last event time, exclusive
 * @param maxEvents bound on the events handed over; reaching it makes the answer incomplete, never wrong
 */
public record LogRequest(String group, Instant from, Instant to, int maxEvents) {
    public LogRequest {
        if (group.isEmpty()) {
            throw new IllegalArgumentException("a log request needs a group");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to, found " + from + " and " + to);
        }
        if (maxEvents < 1) {
            throw new IllegalArgumentException("max events must be at least 1, found " + maxEvents);
        }
    }

    /** Whether an event belongs to the answer. */
    public boolean wants(RawLogEvent event) {
        return event.group().equals(group)
                && !event.timestamp().isBefore(from)
                && event.timestamp().isBefore(to);
    }
}
