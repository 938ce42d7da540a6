package scenariorca.comparison;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;

/**
 * A log pattern, of one node, that one of two runs has and the other has not, or has far more often.
 *
 * @param kind how it differs
 * @param fingerprint of the pattern
 * @param pattern the message, its variable parts left out. Example: Shares must sum to at most <*>, got <*>
 * @param severity of its events. Example: ERROR
 * @param nodeId the node its events are about; null when they name none
 * @param nodeName name of that node; null when they name none
 * @param countBefore events in the first run's log
 * @param countAfter events in the second run's log
 */
public record PatternDelta(
        Kind kind,
        String fingerprint,
        String pattern,
        String severity,
        @Nullable NodeId nodeId,
        @Nullable String nodeName,
        int countBefore,
        int countAfter) {
    /** How a pattern differs; in the order in which they are listed. */
    public enum Kind {
        NEW,
        GONE,
        MORE_OFTEN,
        LESS_OFTEN;

        /** As written in JSON. Example: {@code more_often}. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** So many times as often, and so many events more, is "more often". */
    private static final int TIMES = 2;

    private static final int EVENTS = 3;

    /** What the second run's log has otherwise than the first's; new ones first, then the largest differences. */
    public static List<PatternDelta> between(List<RunSide.Pattern> before, List<RunSide.Pattern> after) {
        Map<String, RunSide.Pattern> left = byPlace(before);
        Map<String, RunSide.Pattern> right = byPlace(after);
        var all = new TreeSet<>(left.keySet());
        all.addAll(right.keySet());
        List<PatternDelta> deltas = new ArrayList<>();
        for (String place : all) {
            RunSide.Pattern one = left.get(place);
            RunSide.Pattern other = right.get(place);
            int countBefore = one == null ? 0 : one.count();
            int countAfter = other == null ? 0 : other.count();
            RunSide.Pattern known = other == null ? one : other;
            if (known != null && isDifferent(countBefore, countAfter)) {
                deltas.add(new PatternDelta(
                        kind(countBefore, countAfter),
                        known.fingerprint(),
                        known.pattern(),
                        known.severity(),
                        known.nodeId(),
                        known.nodeName(),
                        countBefore,
                        countAfter));
            }
        }
        deltas.sort(Comparator.comparing((PatternDelta delta) -> delta.kind)
                .thenComparing(delta -> -Math.abs(delta.countAfter - delta.countBefore))
                .thenComparing(PatternDelta::fingerprint)
                .thenComparing(delta -> String.valueOf(delta.nodeId)));
        return deltas;
    }

    private static Map<String, RunSide.Pattern> byPlace(List<RunSide.Pattern> patterns) {
        Map<String, RunSide.Pattern> byPlace = new HashMap<>();
        patterns.forEach(pattern -> byPlace.putIfAbsent(pattern.fingerprint() + "|" + pattern.nodeId(), pattern));
        return byPlace;
    }

    private static boolean isDifferent(int before, int after) {
        int least = Math.min(before, after);
        int most = Math.max(before, after);
        return (least == 0 && most > 0) || (most >= least * TIMES && most - least >= EVENTS);
    }

    private static Kind kind(int before, int after) {
        if (before == 0) {
            return Kind.NEW;
        }
        if (after == 0) {
            return Kind.GONE;
        }
        return after > before ? Kind.MORE_OFTEN : Kind.LESS_OFTEN;
    }
}
