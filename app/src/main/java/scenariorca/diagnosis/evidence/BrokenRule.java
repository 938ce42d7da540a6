package scenariorca.diagnosis.evidence;

import java.util.Comparator;
import java.util.List;
import scenariorca.scenario.NodeId;

/**
 * Something that held in the versions of a node's input, in the baseline's too, and does not in the one this run used. Source:
 * the newest versions of the input in other scenarios.
 *
 * @param nodeId whose input it is
 * @param rule as counted. Example: {@code order start_year end_year}
 * @param inputs paths it speaks of, array identities removed
 * @param text what is broken, as a sentence
 * @param held versions in which it held
 * @param seen versions in which it could have held
 */
public record BrokenRule(NodeId nodeId, String rule, List<String> inputs, String text, int held, int seen) {
    static final Comparator<BrokenRule> ORDER =
            Comparator.comparing(BrokenRule::nodeId).thenComparing(BrokenRule::rule);

    public BrokenRule {
        inputs = List.copyOf(inputs);
    }
}
