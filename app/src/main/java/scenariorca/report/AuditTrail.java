package scenariorca.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.JsonText;

/**
 * Everything that happened to a scenario, oldest first.
 *
 * @param scenarioId the scenario
 * @param eventCount events that match, on all pages together. Example: 214
 * @param events the events of this page
 * @param next the cursor of the next page; null on the last one
 * @param knownAt as of when this was known; null for now
 */
public record AuditTrail(
        UUID scenarioId,
        long eventCount,
        List<Event> events,
        @Nullable String next,
        @Nullable KnownAt knownAt) implements Tabular<AuditTrail.Event> {
    public AuditTrail {
        events = List.copyOf(events);
    }

    @Override
    public List<Event> rows() {
        return events;
    }

    @Override
    public @Nullable String nextCursor() {
        return next;
    }

    /**
     * One event in the life of a scenario.
     *
     * @param timestamp when it happened
     * @param eventType state_change, input_change, event_change, run_started, run_completed or user_action. Example: input_change
     * @param category the transition, the outcome, the kind of change, or the action. Example: submitted
     * @param user who did it; null when nobody is known. Example: jdoe
     * @param description the event as a sentence. Example: jdoe changed Market Share
     * @param correlationId the request that caused it; null when unknown
     * @param runId the run it belongs to; null for none
     * @param nodeName the node it belongs to; null for none. Example: Market Share
     * @param metadata facts about the event
     */
    public record Event(
            Instant timestamp,
            String eventType,
            String category,
            @Nullable String user,
            String description,
            @Nullable UUID correlationId,
            @Nullable UUID runId,
            @Nullable String nodeName,
            @Nullable JsonText metadata) {}
}
