package scenariorca.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One error pattern, and where it was seen.
 *
 * @param fingerprint its stable id
 * @param pattern the message, variable parts as {@literal <*>}
 * @param category kind of error. Example: validation
 * @param categoryRule the rule that decided the category; null when unknown
 * @param severity highest severity seen: critical, major, minor or info; null when unknown. Example: major
 * @param occurrenceCount runs, calculations and log events that carry it. Example: 64
 * @param runCount different runs among them. Example: 32
 * @param scenarioCount different scenarios among them. Example: 9
 * @param firstSeenAt first occurrence; null when unknown
 * @param lastSeenAt last occurrence; null when unknown
 * @param topNodes nodes whose calculations failed with it, the most frequent first, at most 20
 * @param scenarios scenarios with such runs, the one with most of them first, at most 100
 */
public record ErrorPattern(
        String fingerprint,
        String pattern,
        String category,
        @Nullable String categoryRule,
        @Nullable String severity,
        long occurrenceCount,
        long runCount,
        long scenarioCount,
        @Nullable Instant firstSeenAt,
        @Nullable Instant lastSeenAt,
        List<FailingNode> topNodes,
        List<AffectedScenario> scenarios) {
    public ErrorPattern {
        topNodes = List.copyOf(topNodes);
        scenarios = List.copyOf(scenarios);
    }

    ErrorPattern with(List<FailingNode> nodes, List<AffectedScenario> affected) {
        return new ErrorPattern(
                fingerprint,
                pattern,
                category,
                categoryRule,
                severity,
                occurrenceCount,
                runCount,
                scenarioCount,
                firstSeenAt,
                lastSeenAt,
                nodes,
                affected);
    }

    /**
     * A node that failed with the pattern.
     *
     * @param nodeId the node
     * @param nodeName its name; null when unknown. Example: Treatment Duration
     * @param failureCount its calculations that failed with it. Example: 32
     * @param runCount runs in which it did. Example: 32
     */
    public record FailingNode(UUID nodeId, @Nullable String nodeName, long failureCount, long runCount) {}

    /**
     * A scenario with runs that carry the pattern.
     *
     * @param scenarioId the scenario
     * @param scenarioName its name; null when unknown. Example: US Base Case
     * @param runCount its runs that carry it. Example: 4
     * @param lastRunAt start of the newest of them
     */
    public record AffectedScenario(
            UUID scenarioId, @Nullable String scenarioName, long runCount, Instant lastRunAt) {}
}
