package scenariorca.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Actions of one user with no pause between two of them longer than the gap.
 *
 * @param actions at least one, in order of time
 */
public record Session(List<Action> actions) {
    /** A pause longer than this ends a session; one of exactly this length does not. */
    public static final Duration GAP = Duration.ofMinutes(30);

    public Session {
        actions = List.copyOf(actions);
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("a session has at least one action");
        }
    }

    /** The sessions of a user, in order of time. The actions may come in any order. */
    public static List<Session> of(List<Action> actions) {
        var sessions = new ArrayList<Session>();
        var current = new ArrayList<Action>();
        for (Action action :
                actions.stream().sorted(Comparator.comparing(Action::at)).toList()) {
            boolean isPause = !current.isEmpty()
                    && Duration.between(current.getLast().at(), action.at()).compareTo(GAP) > 0;
            if (isPause) {
                sessions.add(new Session(current));
                current.clear();
            }
            current.add(action);
        }
        if (!current.isEmpty()) {
            sessions.add(new Session(current));
        }
        return List.copyOf(sessions);
    }

    public Instant startedAt() {
        return actions.getFirst().at();
    }

    public Instant endedAt() {
        return actions.getLast().at();
    }

    /** From the first action to the last; zero for a session of one action. */
    public Duration length() {
        return Duration.between(startedAt(), endedAt());
    }

    public int failedActions() {
        return Math.toIntExact(actions.stream().filter(Action::hasFailed).count());
    }

    /** The scenarios touched, in the order they were first touched. */
    public List<UUID> scenarios() {
        return actions.stream()
                .map(Action::scenario)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The type of most actions, the first by name among equals; empty for no actions. */
    static Optional<String> mostCommonType(List<Action> actions) {
        var counts = new TreeMap<String, Integer>();
        actions.forEach(action -> counts.merge(action.type(), 1, Integer::sum));
        // max() keeps the first among equals, and a TreeMap is in the order of the alphabet.
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    public String mostCommonAction() {
        return mostCommonType(actions).orElseThrow();
    }
}
