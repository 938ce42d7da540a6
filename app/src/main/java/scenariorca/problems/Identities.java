package scenariorca.problems;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what identifies a problem where that is not the run's own error. A version of a model that is wrong says different
 * things at one node. Data from upstream that is late, short or missing makes one error of all three: the log line that told
 * of it tells them apart, and a run for which none was found is with the nearest of its error within hours.
 */
final class Identities {
    private static final Duration APART = Duration.ofHours(72);
    private static final Duration NEAR = Duration.ofHours(6);

    private final Map<Rooted, String> identities = new HashMap<>();

    private Identities() {}

    /** @param runs in order of time; those of an outage left out */
    static Map<Rooted, String> of(List<Rooted> runs, Map<Rooted, String> classes) {
        var found = new Identities();
        Map<List<Object>, List<Rooted>> models = new LinkedHashMap<>();
        Map<List<Object>, List<Rooted>> feeds = new LinkedHashMap<>();
        for (Rooted run : runs) {
            String problemClass = classes.getOrDefault(run, "");
            if (!run.isFailure()) {
                continue;
            }
            if (problemClass.equals("model") && !run.nodeName().isEmpty()) {
                models.computeIfAbsent(List.of(run.modelKey(), run.nodeName(), version(run)), _ -> new ArrayList<>())
                        .add(run);
            } else if (problemClass.equals("upstream")) {
                List<Object> symptom =
                        run.isSilent() ? List.of(run.modelKey(), run.nodeName()) : List.of(run.fingerprint());
                feeds.computeIfAbsent(symptom, _ -> new ArrayList<>()).add(run);
            }
        }
        models.values().forEach(all -> ProblemClasses.clusters(all, APART).forEach(found::oneVersion));
        feeds.values().forEach(found::told);
        return found.identities;
    }

    private void oneVersion(List<Rooted> cluster) {
        String identity = known(cluster, "model")
                .or(() -> Votes.most(cluster.stream().map(Rooted::fingerprint).filter(error -> !error.isEmpty())))
                .orElseGet(() -> version(cluster.getFirst()));
        cluster.forEach(run -> identities.put(run, identity));
    }

    private static String version(Rooted run) {
        return run.versionAt() == null ? "" : "version:" + run.versionAt();
    }

    private void told(List<Rooted> symptom) {
        NavigableSet<Rooted> told = Placement.byTime(
                symptom.stream().filter(run -> !run.verdict().toldBy().isEmpty()));
        for (Rooted run : symptom) {
            Placement.nearest(run, told)
                    .filter(near -> Placement.pause(run, near).compareTo(NEAR) <= 0)
                    .ifPresent(near -> identities.put(run, near.verdict().toldBy()));
        }
    }

    /** What most runs of a class are known by: a problem that goes on keeps its identity. */
    static Optional<String> known(List<Rooted> runs, String problemClass) {
        List<String> identities = new ArrayList<>();
        for (Rooted run : runs) {
            Rooted.@Nullable Home home = run.home();
            boolean isOfEstate = home != null && home.nodeName().isEmpty();
            if (home != null
                    && home.problemClass().equals(problemClass)
                    && isOfEstate == problemClass.equals("platform")
                    && !home.identity().isEmpty()) {
                identities.add(home.identity());
            }
        }
        return Votes.most(identities.stream());
    }
}
