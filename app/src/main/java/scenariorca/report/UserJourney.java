package scenariorca.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.JsonText;

/**
 * What a user did in the last days, oldest first.
 *
 * @param userId the user, as the platform writes the name. Example: jdoe
 * @param daysAnalyzed length of the window in whole UTC days, today included. Example: 30
 * @param actionCount actions in the window. Example: 57
 * @param actions the newest actions of the window, oldest of them first, at most 10,000
 * @param actionsOmitted older actions of the window that are not listed, and in no session and no metric. Example: 0
 * @param sessions the actions grouped: a pause of more than 30 minutes ends a session
 * @param metrics what the actions add up to
 */
public record UserJourney(
        String userId,
        int daysAnalyzed,
        long actionCount,
        List<UserAction> actions,
        long actionsOmitted,
        List<UserSession> sessions,
        Metrics metrics) {
    public UserJourney {
        actions = List.copyOf(actions);
        sessions = List.copyOf(sessions);
    }

    /**
     * One thing the user did.
     *
     * @param timestamp when
     * @param actionType what. Example: edit_input_data
     * @param category scenario_mgmt, input_data, forecast_run or config_change. Example: input_data
     * @param targetEntity what it was done to: scenario, node_input, event_input, run or forecast_cycle. Example: node_input
     * @param targetEntityId id of what it was done to
     * @param scenarioId the scenario concerned; null for none
     * @param scenarioName its name; null for none. Example: US Base Case
     * @param success whether it worked; null when nothing tells
     * @param durationMs how long the request took; null when unknown. Example: 120
     * @param error why it failed; null when it did not
     * @param correlationId the request; null when unknown
     * @param requestEndpoint path of the request; null when unknown. Example: /scenarios
     * @param httpMethod method of the request; null when unknown. Example: POST
     * @param details facts about the action
     */
    public record UserAction(
            Instant timestamp,
            String actionType,
            String category,
            String targetEntity,
            UUID targetEntityId,
            @Nullable UUID scenarioId,
            @Nullable String scenarioName,
            @Nullable Boolean success,
            @Nullable Long durationMs,
            @Nullable String error,
            @Nullable UUID correlationId,
            @Nullable String requestEndpoint,
            @Nullable String httpMethod,
            @Nullable JsonText details) {}

    /**
     * Actions without a long pause between them.
     *
     * @param startedAt its first action
     * @param endedAt its last action
     * @param durationSeconds from the first action to the last. Example: 1560
     * @param actionCount its actions. Example: 12
     * @param failedActions actions known to have failed. Example: 1
     * @param mostCommonAction type of most of its actions. Example: edit_input_data
     * @param scenarioIds scenarios touched, in that order
     */
    public record UserSession(
            Instant startedAt,
            Instant endedAt,
            BigDecimal durationSeconds,
            int actionCount,
            int failedActions,
            String mostCommonAction,
            List<UUID> scenarioIds) {}

    /**
     * What the actions of the window add up to.
     *
     * @param actionsPerDay actions per day of the window, active or not. Example: 1.9
     * @param activeDays days with at least one action. Example: 8
     * @param mostCommonAction type of most actions; null without any. Example: run_forecast
     * @param failedActions actions known to have failed. Example: 3
     * @param scenarioCount different scenarios touched. Example: 4
     * @param sessionCount sessions. Example: 11
     * @param averageSessionSeconds mean length of a session; null without any. Example: 840.5
     * @param longestSessionSeconds length of the longest session; null without any. Example: 3600
     * @param actionsByType how many actions of each type
     */
    public record Metrics(
            BigDecimal actionsPerDay,
            int activeDays,
            @Nullable String mostCommonAction,
            int failedActions,
            int scenarioCount,
            int sessionCount,
            @Nullable BigDecimal averageSessionSeconds,
            @Nullable BigDecimal longestSessionSeconds,
            Map<String, Integer> actionsByType) {}
}
