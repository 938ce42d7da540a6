package scenariorca.problems;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

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
}
