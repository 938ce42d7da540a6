package scenariorca.alerts;

import java.time.Duration;
import scenariorca.warehouse.Viewer;

/**
 * A place where messages go.
 *
 * @param name unique within the file. Example: on-call
 * @param target how it is reached
 * @param viewer what those who read there may see: a message tells of nothing else
 * @param filter what they want to hear of
 * @param pace when, and how much
 * @param late when data counts as late for them
 */
public record AlertChannel(
        String name, AlertTarget target, Viewer viewer, AlertFilter filter, AlertPace pace, Lateness late) {
    /**
     * When data counts as late.
     *
     * @param load age of the source's snapshot
     * @param logs age of the time to which log events are complete
     */
    record Lateness(Duration load, Duration logs) {
        static final Lateness USUAL = new Lateness(Duration.ofMinutes(60), Duration.ofHours(2));
    }
}
