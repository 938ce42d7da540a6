package scenariorca.problems;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What verdicts that know say, counted. */
final class Votes {
    private static final double MOST = 0.8;
    private static final int ENOUGH = 4;
    private static final int SEVERAL_VOTES = 3;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Map<Integer, Integer>> scenarios = new TreeMap<>();

    static Votes of(Iterable<Rooted> runs) {
        var votes = new Votes();
        runs.forEach(votes::add);
        return votes;
    }

    void add(Rooted run) {
        change(run, 1);
    }

    void remove(Rooted run) {
        change(run, -1);
    }

    private void change(Rooted run, int by) {
        if (run.verdictClass().equals(Rooted.UNKNOWN)) {
            return;
        }
        counts.merge(run.verdictClass(), by, Votes::sum);
        scenarios.computeIfAbsent(run.verdictClass(), _ -> new TreeMap<>()).merge(run.scenarioKey(), by, Votes::sum);
    }

    /** Null takes an entry out that has come to nothing. */
    @SuppressWarnings("NullAway") // the contract of Map.merge: a null result removes the entry
    private static Integer sum(Integer before, Integer by) {
        return before + by == 0 ? null : before + by;
    }

    /** The class most say, of equals the first by name; empty when none knows. */
    String leader() {
        return most(counts).orElse("");
    }

    boolean isClear(String leader) {
        int votes = votes(leader);
        return votes >= ENOUGH && votes >= MOST * all();
    }

    /** Whether more than half say so, of several scenarios: enough where one thing broke them within hours. */
    boolean isCarriedBySeveral(String leader) {
        return votes(leader) >= SEVERAL_VOTES && 2 * votes(leader) > all() && scenarios(leader) > 1;
    }

    private int votes(String leader) {
        return counts.getOrDefault(leader, 0);
    }

    private int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int scenarios(String leader) {
        return scenarios.getOrDefault(leader, Map.of()).size();
    }

    /** The most frequent; of equals the first by name. */
    static Optional<String> most(Stream<String> identities) {
        return most(identities.collect(Collectors.groupingBy(identity -> identity, Collectors.summingInt(_ -> 1))));
    }

    private static Optional<String> most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.<String, Integer>comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
