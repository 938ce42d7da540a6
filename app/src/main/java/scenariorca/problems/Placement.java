package scenariorca.problems;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the problem of each run: by its class, which the runs around it have a say in, and the outage it is part of. */
public final class Placement {
    static final Comparator<Rooted> BY_TIME =
            Comparator.comparing(Rooted::startedAt).thenComparing(Rooted::runId);

    private Placement() {}

    /** Places each run that is not settled, and settled ones that an outage takes in; the order of the runs does not matter. */
    public static List<Placed> of(List<Rooted> runs) {
        List<Rooted> sorted = runs.stream().sorted(BY_TIME).toList();
        Map<Rooted, String> classes = ProblemClasses.of(sorted);
        Map<Rooted, String> outages = Outages.of(sorted, classes);
        Map<Rooted, String> identities = Identities.of(
                sorted.stream().filter(run -> !outages.containsKey(run)).toList(), classes);
        List<Placed> placed = new ArrayList<>();
        for (Rooted run : sorted) {
            String outage = outages.get(run);
            if (outage != null) {
                placed.add(Placed.ofOutage(run, outage));
            } else if (!run.isSettled()) {
                placed.add(Placed.of(run, classes.getOrDefault(run, run.verdictClass()), identities.get(run)));
            }
        }
        return placed;
    }

    /** The one of the others that started nearest to a run, of two the earlier; itself where it is one of them. */
    static Optional<Rooted> nearest(Rooted run, NavigableSet<Rooted> others) {
        Rooted before = others.floor(run);
        Rooted after = others.ceiling(run);
        if (before == null || after == null) {
            return Optional.ofNullable(before == null ? after : before);
        }
        return Optional.of(pause(run, after).compareTo(pause(run, before)) < 0 ? after : before);
    }

    static Duration pause(Rooted one, Rooted other) {
        return Duration.between(one.startedAt(), other.startedAt()).abs();
    }

    /** For {@link #nearest}. */
    static NavigableSet<Rooted> byTime(Stream<Rooted> runs) {
        return runs.collect(Collectors.toCollection(() -> new TreeSet<>(BY_TIME)));
    }
}
