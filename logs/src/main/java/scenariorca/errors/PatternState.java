package scenariorca.errors;

import java.util.List;
import java.util.Map;

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
    public static final int ALGORITHM = 2;

    public static final PatternState EMPTY = new PatternState(ALGORITHM, Map.of(), Aliases.NONE, List.of());

    public PatternState {
        signatures = Map.copyOf(signatures);
        edits = List.copyOf(edits);
    }
}
