package scenariorca.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.Nearness;
import scenariorca.diagnosis.Suspect;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeId;

/**
 * Something a ranking names, and how high it puts it: equal scores are a tie.
 *
 * @param nodeId the node of an input; null for a cause that is none
 * @param input its path, array identities removed; null for a cause that is none
 * @param score the higher, the earlier
 */
record RankedInput(@Nullable NodeId nodeId, @Nullable String input, double score) {
    /** Ways to rank that need no diagnosis. */
    enum Baseline {
        RANDOM,
        MOST_RECENT_FIRST,
        LARGEST_CHANGE_FIRST,
        NEAREST_FIRST
    }

    /** The suspects of a verdict, causes that are no input among them. */
    static List<RankedInput> of(List<Suspect> suspects) {
        return suspects.stream()
                .map(suspect -> new RankedInput(suspect.nodeId(), suspect.input(), suspect.score()))
                .toList();
    }

    /** All inputs that differ and were used, as a baseline ranks them. */
    static List<RankedInput> of(RunEvidence evidence, Baseline baseline) {
        Map<NodeId, Integer> distance = baseline == Baseline.NEAREST_FIRST ? Nearness.of(evidence) : Map.of();
        Map<String, RankedInput> inputs = new LinkedHashMap<>();
        for (InputChange change : evidence.changes()) {
            if (!change.isUsed()) {
                continue;
            }
            double score = switch (baseline) {
                case RANDOM -> 0;
                case MOST_RECENT_FIRST -> change.set().changedAt().toEpochMilli();
                case LARGEST_CHANGE_FIRST -> size(change);
                case NEAREST_FIRST -> -distance.getOrDefault(change.nodeId(), Integer.MAX_VALUE / 2);
            };
            String key = change.place().source() + "|" + change.nodeId() + "|"
                    + change.place().owner() + "|" + change.input();
            inputs.merge(key, new RankedInput(change.nodeId(), change.input(), score), RankedInput::higher);
        }
        return new ArrayList<>(inputs.values());
    }

    private RankedInput higher(RankedInput other) {
        return other.score > score ? other : this;
    }

    /** The relative change; of what is no number, or was zero, a whole one. */
    private static double size(InputChange change) {
        var percent = change.leaf().percent();
        return percent == null ? 1 : Math.abs(percent.doubleValue()) / 100;
    }
}
