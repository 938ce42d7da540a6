package scenariorca.report;

import java.time.Instant;
import java.time.LocalDate;
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
 * @param severity how bad it is: critical when runs of three scenarios or more failed of it, major when one did, minor when no
 *     run is known to have failed of it, only after it or beside it, info when it was never logged as an error. Example: major
 * @param occurrenceCount runs, calculations and log events that carry it. Example: 64
 * @param failedRunCount runs that failed with it, or of which a calculation did; the others only logged it. Example: 32
 * @param failedScenarioCount scenarios of those that failed. Example: 9
 * @param runCount different runs that carry it, in whatever way. Example: 32
 * @param scenarioCount different scenarios among them. Example: 9
 * @param firstSeenAt first occurrence; null when unknown
 * @param lastSeenAt last occurrence; null when unknown
 * @param isNew whether it was first seen in the last seven days
 * @param regressedOn the day it last came back after seven quiet days or more; null when it did not in the last 90 days
 * @param logsCompleteTo up to when log events of all groups should be complete; null when they are not, or none were ever read
 * @param logGroups the same for each log group
 * @param byDay how often it was seen on each UTC day of the last 90, oldest first; days without are left out
 * @param byHour how often it was seen in each UTC hour of the last three days it was seen, oldest first
 * @param topNodes nodes whose calculations failed with it or that its log lines name, the most frequent first, at most 20
 * @param scenarios scenarios with such runs or log lines, the one with most runs first, at most 100
 * @param users who started such runs or is named in its log lines, the most frequent first, at most 20
 */
public record ErrorPattern(
        String fingerprint,
        String pattern,
        String category,
        @Nullable String categoryRule,
        String severity,
        long occurrenceCount,
        long failedRunCount,
        long failedScenarioCount,
        long runCount,
        long scenarioCount,
        @Nullable Instant firstSeenAt,
        @Nullable Instant lastSeenAt,
        boolean isNew,
        @Nullable LocalDate regressedOn,
        @Nullable Instant logsCompleteTo,
        List<LogGroup> logGroups,
        List<DayCount> byDay,
        List<HourCount> byHour,
        List<FailingNode> topNodes,
        List<AffectedScenario> scenarios,
        List<AffectedUser> users) {
    /** Most rows listed at once; the tables to take away have all. */
    public static final int MAX_NODES = 20;

    public static final int MAX_SCENARIOS = 100;
    public static final int MAX_USERS = 20;

    public ErrorPattern {
        logGroups = List.copyOf(logGroups);
        byDay = List.copyOf(byDay);
        byHour = List.copyOf(byHour);
        topNodes = List.copyOf(topNodes);
        scenarios = List.copyOf(scenarios);
        users = List.copyOf(users);
    }

    /**
     * How often it was seen on one day.
     *
     * @param day UTC day
     * @param runCount runs that carry it. Example: 4
     * @param calculationCount calculations that failed with it. Example: 8
     * @param logCount log lines. Example: 12
     */
    public record DayCount(LocalDate day, long runCount, long calculationCount, long logCount) {}

    /**
     * How often it was seen in one hour.
     *
     * @param hourStart start of the hour
     * @param runCount runs that carry it. Example: 1
     * @param calculationCount calculations that failed with it. Example: 2
     * @param logCount log lines. Example: 3
     */
    public record HourCount(Instant hourStart, long runCount, long calculationCount, long logCount) {}

    /**
     * A user it hit.
     *
     * @param userId the user. Example: jdoe
     * @param runCount runs of theirs that carry it. Example: 4
     * @param logCount log lines that name them. Example: 9
     */
    public record AffectedUser(String userId, long runCount, long logCount) {}

    /**
     * A node that failed with the pattern.
     *
     * @param nodeId the node
     * @param nodeName its name; null when unknown. Example: Treatment Duration
     * @param modelName name of its model; null when unknown. Example: Psoriasis Japan
     * @param failureCount its calculations that failed with it. Example: 32
     * @param runCount runs in which it did. Example: 32
     * @param logCount log lines that name it. Example: 40
     */
    public record FailingNode(
            UUID nodeId,
            @Nullable String nodeName,
            @Nullable String modelName,
            long failureCount,
            long runCount,
            long logCount) {}

    /**
     * A scenario with runs or log lines that carry the pattern.
     *
     * @param scenarioId the scenario
     * @param scenarioName its name; null when unknown. Example: US Base Case
     * @param runCount its runs that carry it. Example: 4
     * @param logCount its log lines that carry it. Example: 12
     * @param lastRunAt start of the newest of the runs; null without one
     */
    public record AffectedScenario(
            UUID scenarioId,
            @Nullable String scenarioName,
            long runCount,
            long logCount,
            @Nullable Instant lastRunAt) {}
}
