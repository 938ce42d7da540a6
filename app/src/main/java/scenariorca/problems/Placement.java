package scenariorca.problems;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the problem of each run. Runs of one error at one node within days of each other have one cause, whatever a verdict
 * of a single run says: those whose verdict does not know follow the others, and few are outvoted by many. A cause that the
 * estate shares also takes runs at other nodes, but only within hours, and only where there is an error to compare.
 */
public final class Placement {
    /** Runs further apart than this say nothing of each other. */
    public static final Duration APART = Duration.ofHours(72);

    private static final Duration OUTAGE = Duration.ofHours(2);
    private static final double MOST = 0.8;
    private static final int ENOUGH_VOTES = 4;
    private static final int SEVERAL_SCENARIOS = 3;

    private static final Comparator<Rooted> BY_TIME =
            Comparator.comparing(Rooted::startedAt).thenComparing(Rooted::runId);

    private Placement() {}

    /** What the runs of a family have in common. */
    private record Family(String kind, String fingerprint, int modelKey) {}

    /** Places each run; the order of the runs does not matter. */
    public static List<Placed> of(List<Rooted> runs) {
        Map<Family, List<Rooted>> families = new LinkedHashMap<>();
        runs.stream()
                .sorted(BY_TIME)
                .forEach(run -> families.computeIfAbsent(
                                new Family(run.kind(), run.fingerprint(), run.modelKey()), _ -> new ArrayList<>())
                        .add(run));
        List<Placed> placed = new ArrayList<>();
        families.values().forEach(family -> place(family, placed));
        return placed;
    }

    private static void place(List<Rooted> family, List<Placed> placed) {
        int from = 0;
        for (int at = 1; at <= family.size(); at++) {
            if (at == family.size() || isApart(family.get(at - 1), family.get(at))) {
                placeCluster(family.subList(from, at), placed);
                from = at;
            }
        }
    }

    private static boolean isApart(Rooted one, Rooted next) {
        return Duration.between(one.startedAt(), next.startedAt()).compareTo(APART) > 0;
    }

    private static void placeCluster(List<Rooted> cluster, List<Placed> placed) {
        Map<String, Votes> byNode = new TreeMap<>();
        cluster.forEach(
                run -> byNode.computeIfAbsent(run.nodeName(), _ -> new Votes()).add(run));
        int first = 0;
        int end = 0;
        var near = new Votes();
        for (Rooted run : cluster) {
            Instant from = run.startedAt().minus(OUTAGE);
            Instant until = run.startedAt().plus(OUTAGE);
            while (end < cluster.size() && !cluster.get(end).startedAt().isAfter(until)) {
                near.add(cluster.get(end++));
            }
            while (cluster.get(first).startedAt().isBefore(from)) {
                near.remove(cluster.get(first++));
            }
            Votes here = byNode.getOrDefault(run.nodeName(), near);
            placed.add(new Placed(run, decided(run, here, near)));
        }
    }

    private static String decided(Rooted run, Votes here, Votes near) {
        boolean isUnknown = run.verdictClass().equals(Rooted.UNKNOWN);
        String leader = here.leader();
        if (!leader.isEmpty() && (isUnknown || here.isClear(leader))) {
            return leader;
        }
        String outage = near.leader();
        boolean isOutage = Rooted.isShared(outage)
                && !run.fingerprint().isEmpty()
                && near.isClear(outage)
                && near.scenarios(outage) >= SEVERAL_SCENARIOS;
        return isOutage ? outage : run.verdictClass();
    }

    /** What verdicts that know say, counted. */
    private static final class Votes {
        private final Map<String, Integer> counts = new TreeMap<>();
        private final Map<String, Map<Integer, Integer>> scenarios = new TreeMap<>();

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
            scenarios
                    .computeIfAbsent(run.verdictClass(), _ -> new TreeMap<>())
                    .merge(run.scenarioKey(), by, Votes::sum);
        }

        /** Null takes an entry out that has come to nothing. */
        @SuppressWarnings("NullAway") // the contract of Map.merge: a null result removes the entry
        private static Integer sum(Integer before, Integer by) {
            return before + by == 0 ? null : before + by;
        }

        /** The class most say, of equals the first by name; empty when none knows. */
        String leader() {
            return counts.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<String, Integer>comparingByKey().reversed()))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }

        boolean isClear(String leader) {
            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            int votes = counts.getOrDefault(leader, 0);
            return votes >= ENOUGH_VOTES && votes >= MOST * all;
        }

        int scenarios(String leader) {
            Set<Integer> known =
                    new HashSet<>(scenarios.getOrDefault(leader, Map.of()).keySet());
            return known.size();
        }
    }
}
