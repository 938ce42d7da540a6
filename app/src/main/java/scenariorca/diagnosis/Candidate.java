package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.scenario.NodeId;

/**
 * Step 3, an input that may be the cause: leaves of one node that people edit as one, such as all years of a curve, a key that
 * was renamed, a value with its unit.
 *
 * @param key source, node, owner and path; orders candidates and names them across lists
 * @param input path of what was edited, array identities removed
 * @param leaves the leaves that differ, by path
 */
record Candidate(String key, String input, List<InputChange> leaves) {
    InputChange first() {
        return leaves.getFirst();
    }

    /** The nodes where the value enters the graph. */
    Set<NodeId> nodes() {
        Set<NodeId> nodes = new TreeSet<>(first().place().alsoEnters());
        nodes.add(first().nodeId());
        return nodes;
    }

    /** All candidates of leaves that differ. */
    static List<Candidate> of(List<InputChange> changed) {
        Map<String, List<InputChange>> byOwner = new TreeMap<>();
        for (InputChange change : changed) {
            String owner = change.place().source() + "|" + change.nodeId() + "|"
                    + change.place().owner() + "|" + (change.isUsed() ? "" : change.versionId());
            byOwner.computeIfAbsent(owner, any -> new ArrayList<>()).add(change);
        }
        List<Candidate> candidates = new ArrayList<>();
        byOwner.forEach((owner, changes) -> EditGroups.of(changes)
                .forEach((input, leaves) -> candidates.add(new Candidate(owner + "|" + input, input, leaves))));
        return candidates;
    }
}
