package scenariorca.problems;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides the class of each run. Runs of one error at one node within days of each other have one cause, whatever a verdict of
 * a single run says: few are outvoted by many, unless they are sure of what they say or know nothing; but nothing is blamed on
 * an input that only others have. A cause that the estate shares also takes runs of its error at other nodes, but only within
 * hours. Where nothing is said, only runs of one model at one node within hours are compared.
 */
final class ProblemClasses {
    private static final Duration APART = Duration.ofHours(72);
    private static final Duration HOURS = Duration.ofHours(6);
    private static final Duration OUTAGE = Duration.ofHours(2);
    private static final int SEVERAL_SCENARIOS = 3;

    private final Map<Rooted, String> classes = new HashMap<>();

    private ProblemClasses() {}

    /** What the runs of a family have in common; -1 for runs of any model. */
    private record Family(String kind, String fingerprint, String nodeName, int modelKey) {
        static Family of(Rooted run) {
            if (!run.isFailure()) {
                return new Family(run.kind(), run.fingerprint(), "", run.modelKey());
            }
            return run.isSilent()
                    ? new Family(run.kind(), "", run.nodeName(), run.modelKey())
                    : new Family(run.kind(), run.fingerprint(), "", -1);
        }
    }

    /** @param runs in order of time */
    static Map<Rooted, String> of(List<Rooted> runs) {
        var decided = new ProblemClasses();
        Map<Family, List<Rooted>> families = new LinkedHashMap<>();
        for (Rooted run : runs) {
            Rooted.Home home = run.home();
            if (home != null && home.isSettled()) {
                decided.classes.put(run, home.problemClass());
            } else {
                families.computeIfAbsent(Family.of(run), _ -> new ArrayList<>()).add(run);
            }
        }
        families.values().forEach(decided::decide);
        return decided.classes;
    }

    private void decide(List<Rooted> family) {
        Rooted first = family.getFirst();
        if (!first.isFailure()) {
            clusters(family, APART).forEach(cluster -> {
                String leader = Votes.of(cluster).leader();
                cluster.forEach(run -> classes.put(run, leader.isEmpty() ? Rooted.UNKNOWN : leader));
            });
        } else if (first.isSilent()) {
            family.forEach(run -> classes.put(run, run.verdictClass()));
            clusters(family, HOURS).forEach(this::agree);
        } else {
            clusters(family, APART).forEach(this::vote);
            Map<List<Object>, List<Rooted>> places = new LinkedHashMap<>();
            family.forEach(
                    run -> places.computeIfAbsent(List.of(run.modelKey(), run.nodeName()), _ -> new ArrayList<>())
                            .add(run));
            places.values().forEach(place -> clusters(place, HOURS).forEach(this::agree));
        }
    }

    /** Runs each of which starts no later than so long after the one before. */
    static List<List<Rooted>> clusters(List<Rooted> runs, Duration apart) {
        List<List<Rooted>> clusters = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= runs.size(); at++) {
            if (at == runs.size() || isApart(runs.get(at - 1), runs.get(at), apart)) {
                clusters.add(runs.subList(from, at));
                from = at;
            }
        }
        return clusters;
    }

    private static boolean isApart(Rooted one, Rooted next, Duration apart) {
        return Duration.between(one.startedAt(), next.startedAt()).compareTo(apart) > 0;
    }

    /** Several scenarios of one model that fail alike at one node within hours have one cause: the one most verdicts name. */
    private void agree(Collection<Rooted> cluster) {
        Votes votes = Votes.of(cluster);
        String leader = votes.leader();
        if (votes.isCarriedBySeveral(leader) && !isOfInput(leader)) {
            cluster.stream().filter(run -> !run.isCertain()).forEach(run -> classes.put(run, leader));
        }
    }

    /** What others typed is none of this run's cause. */
    private static boolean isOfInput(String leader) {
        return leader.equals("input");
    }

    private void vote(List<Rooted> cluster) {
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
            classes.put(run, decided(run, here, near));
        }
    }

    private static String decided(Rooted run, Votes here, Votes near) {
        String leader = here.leader();
        boolean isOutvoted = !run.verdictClass().equals(Rooted.UNKNOWN) && !run.isCertain();
        if (isOutvoted && here.isClear(leader) && !isOfInput(leader)) {
            return leader;
        }
        String outage = near.leader();
        boolean isOutage =
                Rooted.isShared(outage) && near.isClear(outage) && near.scenarios(outage) >= SEVERAL_SCENARIOS;
        return isOutage ? outage : run.verdictClass();
    }
}
