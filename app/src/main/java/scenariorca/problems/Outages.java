package scenariorca.problems;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the runs that one fault of the platform struck: different engines may say different things of it, at any node, but
 * within minutes of each other. An outage is told again by an error that several models report, or all of its runs; without
 * one nothing shows that two outages are the same. An error that goes on for days is none of an outage it happens to meet.
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
                String identity = identity(cluster);
                cluster.forEach(run -> outages.put(run, identity));
                company(cluster, runs, classes).forEach(run -> outages.put(run, identity));
            }
        }
        return outages;
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

    private static String identity(List<Rooted> outage) {
        return known(outage)
                .or(() -> common(outage))
                .orElseGet(() -> NAME + outage.getFirst().startedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    /** What most of its runs are known by: an outage that goes on keeps its identity. */
    private static Optional<String> known(List<Rooted> outage) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Rooted run : outage) {
            Rooted.@Nullable Home home = run.home();
            if (home != null
                    && home.problemClass().equals("platform")
                    && home.nodeName().isEmpty()
                    && !home.identity().isEmpty()) {
                counts.merge(home.identity(), 1, Integer::sum);
            }
        }
        return most(counts);
    }

    private static Optional<String> common(List<Rooted> outage) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Set<Integer>> models = new HashMap<>();
        for (Rooted run : outage) {
            counts.merge(run.fingerprint(), 1, Integer::sum);
            models.computeIfAbsent(run.fingerprint(), _ -> new HashSet<>()).add(run.modelKey());
        }
        boolean isOneError = counts.size() == 1;
        counts.remove("");
        return most(counts)
                .filter(error ->
                        isOneError || models.getOrDefault(error, Set.of()).size() > 1);
    }

    private static Optional<String> most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.<String, Integer>comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
