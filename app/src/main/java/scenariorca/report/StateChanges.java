package scenariorca.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.JsonText;

/**
 * Every lifecycle transition of a scenario ever seen, oldest first.
 *
 * @param scenarioId the scenario
 * @param stateChanges the transitions, at most the first 10,000
 */
public record StateChanges(UUID scenarioId, List<StateChange> stateChanges)
        implements Tabular<StateChanges.StateChange> {
    public StateChanges {
        stateChanges = List.copyOf(stateChanges);
    }

    @Override
    public List<StateChange> rows() {
        return stateChanges;
    }

    @Override
    public @Nullable String nextCursor() {
        return null;
    }

    /**
     * One lifecycle transition.
     *
     * @param previousStatus status before; null for the first. Example: draft
     * @param newStatus status after. Example: submitted
     * @param transitionType created, submitted, locked, withdrawn or deleted. Example: submitted
     * @param changedBy who did it; null when unknown. Example: jdoe
     * @param changedAt when
     * @param correlationId the request that did it; null when unknown
     * @param reason why, in the user's words; null when none was given
     * @param metadata facts about the transition; overwritten_before names one that must have come first but was
     *     overwritten in the source before a load saw it
     */
    public record StateChange(
            @Nullable String previousStatus,
            String newStatus,
            String transitionType,
            @Nullable String changedBy,
            Instant changedAt,
            @Nullable UUID correlationId,
            @Nullable String reason,
            @Nullable JsonText metadata) {}
}
