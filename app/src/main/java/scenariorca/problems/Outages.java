package scenariorca.problems;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the runs that one fault of the platform struck: different engines may say different things of it, at any node, but
 * within minutes of each other. Only runs whose verdict is sure of the platform show an outage, and those that say the same as
 * one of them are part of it. An outage is told again by an error that several models report, or all of its runs; without one
 * nothing shows that two outages are the same. An error that goes on for days is none of an outage it happens to meet.
 */
final class Outages {
    private static final Duration APART = Duration.ofMinutes(20);
    private static final Duration AROUND = Duration.ofMinutes(10);
    private static final Duration WHILE = Duration.ofHours(2);
    private static final int GOES_ON = 3;
    private static final double SURE = 0.8;
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
        Map<Rooted, String> outages = new HashMap<>();
        platform.stream()
                .filter(run -> lasting.contains(run.fingerprint()))
                .forEach(run -> outages.put(run, run.fingerprint()));
        List<Rooted> struck = platform.stream()
                .filter(run -> !lasting.contains(run.fingerprint()))
                .toList();
        for (List<Rooted> cluster : ProblemClasses.clusters(struck, APART)) {
            Set<String> taken = new HashSet<>();
            for (List<Rooted> outage : Faults.of(sure(cluster))) {
                if (scenarios(outage) > 1) {
                    String identity = identity(outage, taken);
                    outage.forEach(run -> outages.put(run, identity));
                    company(outage, runs).forEach(run -> outages.putIfAbsent(run, identity));
                }
            }
        }
        return outages;
    }

    /** The runs sure to have met the platform's fault, and those that say of it what one of them says, or its kind. */
    private static List<Rooted> sure(List<Rooted> cluster) {
        Set<String> said = new HashSet<>();
        for (Rooted run : cluster) {
            if (run.isCertain()) {
                said.add(run.fingerprint());
                said.add(Faults.category(run));
            }
        }
        said.remove("");
        return cluster.stream()
                .filter(run -> run.verdict().probability() >= SURE
                        || said.contains(run.fingerprint())
                        || said.contains(Faults.category(run)))
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

    /** Runs in the middle of an outage that say the same, and of which nothing else is certain. */
    private static List<Rooted> company(List<Rooted> outage, List<Rooted> runs) {
        Set<String> said = outage.stream().map(Rooted::fingerprint).collect(Collectors.toSet());
        var from = outage.getFirst().startedAt().minus(AROUND);
        var until = outage.getLast().startedAt().plus(AROUND);
        return runs.stream()
                .filter(run -> run.isFailure() && !run.isSilent() && !run.isCertain())
                .filter(run -> said.contains(run.fingerprint()))
                .filter(run ->
                        !run.startedAt().isBefore(from) && !run.startedAt().isAfter(until))
                .toList();
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
