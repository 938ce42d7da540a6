package scenariorca.errors;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything a miner has learnt, to be kept and to go on from after a restart. Plain values.
 *
 * @param algorithm version of the rules that made the fingerprints
 * @param signatures every masked line learnt, to the fingerprint it was last given
 * @param aliases fingerprints given out once and retired
 * @param edits what people decided, in the order they did
 */
public record PatternState(int algorithm, Map<String, String> signatures, Aliases aliases, List<PatternEdit> edits) {
    /** Raised with every change that gives a line another template; old fingerprints then become aliases. */
    public static final int ALGORITHM = 4;

    public static final PatternState EMPTY = new PatternState(ALGORITHM, Map.of(), Aliases.NONE, List.of());

    public PatternState {
        signatures = Map.copyOf(signatures);
        edits = List.copyOf(edits);
    }

    /**
     * What two miners learnt apart, as if one had learnt all of it: {@code merge(a, b)} equals {@code merge(b, a)}, and
     * the order in which many are merged does not matter. The patterns follow when a miner goes on from it; of two
     * fingerprints given for one line the smaller stays and the other becomes its alias.
     */
    public static PatternState merge(PatternState one, PatternState other) {
        var signatures = new TreeMap<String, String>(one.signatures);
        var retired = new TreeMap<String, String>(one.aliases.canonical());
        other.aliases.canonical().forEach((old, now) -> retired.merge(old, now, PatternState::smaller));
        other.signatures.forEach((signature, fingerprint) -> {
            String before = signatures.merge(signature, fingerprint, PatternState::smaller);
            String first = one.signatures.get(signature);
            if (first != null && !first.equals(fingerprint)) {
                retired.merge(before.equals(first) ? fingerprint : first, before, PatternState::smaller);
            }
        });
        var edits = new TreeMap<String, PatternEdit>();
        Stream.concat(one.edits.stream(), other.edits.stream())
                .forEach(edit -> edits.put(edit.author().at() + " " + edit.id(), edit));
        retired.keySet().removeAll(Set.copyOf(signatures.values()));
        return new PatternState(
                Math.min(one.algorithm, other.algorithm),
                signatures,
                Aliases.NONE.with(retired, Set.copyOf(signatures.values())),
                List.copyOf(edits.values()));
    }

    private static String smaller(String one, String other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
