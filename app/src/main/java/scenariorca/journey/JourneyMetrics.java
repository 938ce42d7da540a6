package scenariorca.journey;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a user's actions in a window of days add up to.
 *
 * @param actionsPerDay actions divided by the days of the window, active or not. Example: 2.5
 * @param activeDays UTC days with at least one action
 * @param failedActions actions known to have failed
 * @param scenarioCount different scenarios touched
 * @param mostCommonAction type of most actions, the first by name among equals; empty without actions
 * @param actionsByType how many actions of each type, by name
 * @param averageSession mean length of a session; zero without any
 * @param longestSession length of the longest session; zero without any
 */
public record JourneyMetrics(
        double actionsPerDay,
        int activeDays,
        int failedActions,
        int scenarioCount,
        Optional<String> mostCommonAction,
        Map<String, Integer> actionsByType,
        Duration averageSession,
        Duration longestSession) {

    public JourneyMetrics {
        actionsByType = Collections.unmodifiableMap(new TreeMap<>(actionsByType));
    }

    /** @param days length of the window, at least 1 */
    public static JourneyMetrics of(List<Action> actions, List<Session> sessions, int days) {
        var byType = new TreeMap<String, Integer>();
        actions.forEach(action -> byType.merge(action.type(), 1, Integer::sum));
        Duration total = sessions.stream().map(Session::length).reduce(Duration.ZERO, Duration::plus);
        return new JourneyMetrics(
                (double) actions.size() / days,
                count(actions.stream()
                        .map(action -> action.at().atOffset(ZoneOffset.UTC).toLocalDate())
                        .distinct()
                        .count()),
                count(actions.stream().filter(Action::hasFailed).count()),
                count(actions.stream()
                        .map(Action::scenario)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()),
                Session.mostCommonType(actions),
                byType,
                sessions.isEmpty() ? Duration.ZERO : total.dividedBy(sessions.size()),
                sessions.stream().map(Session::length).max(Duration::compareTo).orElse(Duration.ZERO));
    }

    private static int count(long number) {
        return Math.toIntExact(number);
    }
}
