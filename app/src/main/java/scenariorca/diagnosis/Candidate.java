package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeId;

/**
 * Step 3, an input that may be the cause: the leaves of one node at one path, array elements taken together, so that an edit
 * of all years is one candidate.
 *
 * @param key source, node, owner and path; orders candidates and names them across lists
 * @param leaves the leaves that differ, by path
 */
record Candidate(String key, List<InputChange> leaves) {
    static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::key);

    InputChange first() {
        return leaves.getFirst();
    }

    String input() {
        return first().input();
    }

    /** The nodes where the value enters the graph. */
    Set<NodeId> nodes() {
        Set<NodeId> nodes = new TreeSet<>(first().alsoEnters());
        nodes.add(first().nodeId());
        return nodes;
    }

    /** All candidates of the evidence. */
    static List<Candidate> of(RunEvidence evidence) {
        Map<String, List<InputChange>> grouped = new TreeMap<>();
        for (InputChange change : evidence.changes()) {
            String key = change.source() + "|" + change.nodeId() + "|" + change.owner() + "|" + change.input() + "|"
                    + (change.isUsed() ? "" : change.versionId());
            grouped.computeIfAbsent(key, any -> new ArrayList<>()).add(change);
        }
        List<Candidate> candidates = new ArrayList<>();
        grouped.forEach((key, leaves) -> candidates.add(new Candidate(key, List.copyOf(leaves))));
        return candidates;
    }
}
