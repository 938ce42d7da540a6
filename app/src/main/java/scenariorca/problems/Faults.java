package scenariorca.problems;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;

/**
 * Tells faults of the platform apart that struck at the same time. A model says one thing of one fault: one that says two has met
 * two. What models say is brought together by the kind of error, and never where the kinds differ; what says nothing of its kind
 * is with the fault that struck nearest in time.
 */
final class Faults {
    /** Errors of both kinds say that something cannot be reached, or is not there after a deployment. */
    private static final Map<String, String> SAME_KIND = Map.of("database", "network", "not_found", "config");

    /** Of one model, all that it says of one kind. */
    private record Voice(int modelKey, List<Rooted> runs) {
        boolean isSilent() {
            return runs.getFirst().isSilent();
        }

        String category() {
            return Faults.category(runs.getFirst());
        }
    }

    private static final class Fault {
        private final List<Rooted> runs = new ArrayList<>();
        private final Set<Integer> models = new HashSet<>();
        private String category = "";

        void add(Voice voice) {
            runs.addAll(voice.runs());
            if (!voice.isSilent()) {
                models.add(voice.modelKey());
            }
            category = category.isEmpty() ? voice.category() : category;
        }

        boolean mayHave(Voice voice) {
            boolean isKnown = !voice.isSilent() && models.contains(voice.modelKey());
            return !isKnown && (category.isEmpty() || voice.category().isEmpty() || isOfKind(voice));
        }

        boolean isOfKind(Voice voice) {
            return category.equals(voice.category());
        }

        /** Between the two runs nearest to each other. */
        Duration pause(Voice voice) {
            NavigableSet<Rooted> own = Placement.byTime(runs.stream());
            return voice.runs().stream()
                    .map(run -> Placement.pause(run, Placement.nearest(run, own).orElse(run)))
                    .min(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
        }
    }

    private Faults() {}

    /**
     * The runs of each fault, in order of time.
     *
     * @param cluster in order of time
     */
    static List<List<Rooted>> of(List<Rooted> cluster) {
        Map<List<Object>, List<Rooted>> said = new LinkedHashMap<>();
        cluster.forEach(run -> said.computeIfAbsent(List.of(run.modelKey(), kind(run)), _ -> new ArrayList<>())
                .add(run));
        List<Voice> voices = said.values().stream()
                .map(runs -> new Voice(runs.getFirst().modelKey(), runs))
                .sorted(Comparator.<Voice>comparingInt(voice -> -voice.runs().size())
                        .thenComparing(voice -> voice.runs().getFirst(), Placement.BY_TIME))
                .toList();
        List<Fault> faults = new ArrayList<>();
        for (Voice voice : voices) {
            faults.stream()
                    .filter(fault -> fault.mayHave(voice))
                    .min(Comparator.<Fault, Boolean>comparing(fault -> !fault.isOfKind(voice))
                            .thenComparing(fault -> fault.pause(voice)))
                    .orElseGet(() -> {
                        faults.add(new Fault());
                        return faults.getLast();
                    })
                    .add(voice);
        }
        return faults.stream()
                .map(fault -> fault.runs.stream().sorted(Placement.BY_TIME).toList())
                .sorted(Comparator.comparing(List::getFirst, Placement.BY_TIME))
                .toList();
    }

    static String category(Rooted run) {
        String category = run.root().category();
        return SAME_KIND.getOrDefault(category, category);
    }

    /** What a run says: the kind of its error, else the error. */
    private static String kind(Rooted run) {
        return category(run).isEmpty() ? run.fingerprint() : category(run);
    }
}
