package scenariorca.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node, what is around it, and its newest failures. Names are null where the platform has none.
 *
 * @param nodeType Example: calculation
 * @param place where it stands in the model, names joined by " / ". Example: Market / Shares
 * @param sources nodes it is computed from, by name
 * @param targets nodes computed from it, by name
 * @param failures its newest calculations that failed or timed out, at most 50
 */
public record NodeHistory(
        UUID nodeId,
        @Nullable String nodeName,
        @Nullable String nodeType,
        @Nullable String place,
        UUID modelId,
        @Nullable String modelName,
        List<Neighbour> sources,
        List<Neighbour> targets,
        List<Failure> failures) {
    public NodeHistory {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        failures = List.copyOf(failures);
    }

    /** A node next to it. */
    public record Neighbour(UUID nodeId, @Nullable String nodeName) {}

    /** A failure of it; what is null is unknown. */
    public record Failure(
            UUID runId,
            UUID scenarioId,
            @Nullable String scenarioName,
            String outcome,
            @Nullable String errorMessage,
            @Nullable String fingerprint,
            @Nullable Instant failedAt) {}
}
