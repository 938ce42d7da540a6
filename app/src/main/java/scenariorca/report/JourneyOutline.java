package scenariorca.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import scenariorca.journey.Action;
import scenariorca.report.UserJourney.Metrics;
import scenariorca.report.UserJourney.UserAction;
import scenariorca.report.UserJourney.UserSession;

/**
 * What a user did in the last days, condensed: every action as a moment, and one page of them in full.
 *
 * @param userId the user, as the platform writes the name. Example: jdoe
 * @param daysAnalyzed length of the window in whole UTC days, today included. Example: 30
 * @param actionCount actions in the window. Example: 9900
 * @param moments the newest actions of the window, oldest of them first, at most 100,000
 * @param sessions the moments grouped: a pause of more than 30 minutes ends a session
 * @param metrics what the moments add up to
 * @param scenarioNames names of the scenarios of the moments, as far as they have one
 * @param actions the actions of this page, the newest first
 * @param number which page, from 1
 * @param pages how many there are
 */
public record JourneyOutline(
        String userId,
        int daysAnalyzed,
        long actionCount,
        List<Moment> moments,
        List<UserSession> sessions,
        Metrics metrics,
        Map<UUID, String> scenarioNames,
        List<UserAction> actions,
        int number,
        int pages) {
    public JourneyOutline {
        moments = List.copyOf(moments);
        sessions = List.copyOf(sessions);
        scenarioNames = Map.copyOf(scenarioNames);
        actions = List.copyOf(actions);
    }

    /** @param category scenario_mgmt, input_data, forecast_run or config_change. Example: input_data */
    public record Moment(String category, Action action) {}

    /** Actions older than the moments: on no picture and in no figure. */
    public long omitted() {
        return actionCount - moments.size();
    }
}
