package scenariorca.problems;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the runs that one fault of the platform struck: different engines may say different things of it, at any node, but
 * within minutes of each other. An outage is told again by an error that several models report, or all of its runs; without
 * one nothing shows that two outages are the same. Errors of two kinds, each told by several scenarios, are two outages. An error that goes on for days is none of an outage it happens to meet.
 */
final class Outages {
    private static final Duration APART = Duration.ofMinutes(20);
    private static final Duration AROUND = Duration.ofMinutes(10);
    private static final Duration WHILE = Duration.ofHours(2);
    private static final int GOES_ON = 3;
    private static final int LARGE = 4;
    private static final int SEVERAL_SCENARIOS = 3;
    private static final String NAME = "outage:";

    private Outages() {}

    /**
     * What identifies the outage of each run that is part of one.
     *
     * @param runs in order of time
     * @param classes what is decided of each
     */
    static Map<Rooted, String> of(List<Rooted> runs, Map<Rooted, String> classes) {
        List<Rooted> platform = runs.stream()
                .filter(run -> run.isFailure() && "platform".equals(classes.get(run)))
                .toList();
        Set<String> lasting = lasting(platform);
        List<Rooted> struck = platform.stream()
                .filter(run -> !lasting.contains(run.fingerprint()))
                .toList();
        Map<Rooted, String> outages = new HashMap<>();
        platform.stream()
                .filter(run -> lasting.contains(run.fingerprint()))
                .forEach(run -> outages.put(run, run.fingerprint()));
        for (List<Rooted> cluster : ProblemClasses.clusters(struck, APART)) {
            if (scenarios(cluster) > 1) {
                Set<String> taken = new HashSet<>();
                for (List<Rooted> outage : ofOneKind(cluster)) {
                    String identity = identity(outage, taken);
                    outage.forEach(run -> outages.put(run, identity));
                    company(outage, runs, classes).forEach(run -> outages.putIfAbsent(run, identity));
                }
            }
        }
        return outages;
    }

    /**
     * Two faults at the same time, each of which several scenarios report as an error of its own kind: expired credentials and
     * a full disk. What says nothing of its kind is with the nearest that does.
     */
    private static List<List<Rooted>> ofOneKind(List<Rooted> cluster) {
        Map<String, Set<Integer>> scenarios = new TreeMap<>();
        cluster.forEach(run -> scenarios
                .computeIfAbsent(run.root().category(), _ -> new HashSet<>())
                .add(run.scenarioKey()));
        scenarios.remove("");
        scenarios.values().removeIf(of -> of.size() < 2);
        if (scenarios.size() < 2) {
            return List.of(cluster);
        }
        NavigableSet<Rooted> telling = Placement.byTime(
                cluster.stream().filter(run -> scenarios.containsKey(run.root().category())));
        Map<String, List<Rooted>> kinds = new TreeMap<>();
        for (Rooted run : cluster) {
            Rooted near = Placement.nearest(run, telling).orElse(run);
            kinds.computeIfAbsent(near.root().category(), _ -> new ArrayList<>())
                    .add(run);
        }
        return kinds.values().stream()
                .sorted(Comparator.comparing(List::getFirst, Placement.BY_TIME))
                .toList();
    }

    /** Errors that came at several times, hours apart, and at one node: a text that any node may fail with says nothing. */
    private static Set<String> lasting(List<Rooted> struck) {
        Map<String, List<Rooted>> errors = new HashMap<>();
        struck.stream()
                .filter(run -> !run.isSilent())
                .forEach(run -> errors.computeIfAbsent(run.fingerprint(), _ -> new ArrayList<>())
                        .add(run));
        Set<String> lasting = new HashSet<>();
        errors.forEach((error, runs) -> {
            boolean isOneNode = runs.stream().map(Rooted::nodeName).distinct().count() == 1;
            if (isOneNode && ProblemClasses.clusters(runs, WHILE).size() >= GOES_ON) {
                lasting.add(error);
            }
        });
        return lasting;
    }

    private static long scenarios(List<Rooted> cluster) {
        return cluster.stream().map(Rooted::scenarioKey).distinct().count();
    }

    /** Runs that failed and passed when repeated in the middle of a large outage: so do most that it struck. */
    private static List<Rooted> company(List<Rooted> outage, List<Rooted> runs, Map<Rooted, String> classes) {
        if (outage.size() < LARGE || scenarios(outage) < SEVERAL_SCENARIOS) {
            return List.of();
        }
        var from = outage.getFirst().startedAt().minus(AROUND);
        var until = outage.getLast().startedAt().plus(AROUND);
        List<Rooted> company = new ArrayList<>();
        for (Rooted run : runs) {
            boolean isDuring =
                    !run.startedAt().isBefore(from) && !run.startedAt().isAfter(until);
            if (isDuring && run.isFailure() && "fluke".equals(classes.get(run))) {
                company.add(run);
            }
        }
        return company;
    }

    /** @param taken identities of other outages at the time, to which this one's is added */
    private static String identity(List<Rooted> outage, Set<String> taken) {
        String identity = Identities.known(outage, "platform")
                .filter(known -> !taken.contains(known))
                .or(() -> common(outage).filter(common -> !taken.contains(common)))
                .orElseGet(() -> name(outage, taken));
        taken.add(identity);
        return identity;
    }

    private static String name(List<Rooted> outage, Set<String> taken) {
        String name = NAME + outage.getFirst().startedAt().truncatedTo(ChronoUnit.SECONDS);
        return taken.contains(name) ? name + " " + taken.size() : name;
    }

    /** An error that several models report, or all runs of the outage. */
    private static Optional<String> common(List<Rooted> outage) {
        Map<String, Set<Integer>> models = new HashMap<>();
        outage.forEach(run ->
                models.computeIfAbsent(run.fingerprint(), _ -> new HashSet<>()).add(run.modelKey()));
        boolean isOneError = models.size() == 1;
        return Votes.most(outage.stream().map(Rooted::fingerprint).filter(error -> !error.isEmpty()))
                .filter(error ->
                        isOneError || models.getOrDefault(error, Set.of()).size() > 1);
    }
}
