package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import scenariorca.scenario.ModelNode;
import scenariorca.scenario.NodeGraph;
import scenariorca.scenario.NodeId;

/** Finds names of nodes in a text. The longest name wins: "Treatment Share" does not name a node called "Share". */
final class NodeNames {
    private final Map<String, List<Named>> byFirstWord = new HashMap<>();

    private record Named(List<String> words, NodeId node) {}

    NodeNames(NodeGraph graph) {
        for (ModelNode node : graph.nodes()) {
            List<String> words = Words.of(node.name()).tokens();
            if (!words.isEmpty()) {
                byFirstWord
                        .computeIfAbsent(words.getFirst(), word -> new ArrayList<>())
                        .add(new Named(words, node.id()));
            }
        }
        byFirstWord
                .values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt(named -> -named.words().size())));
    }

    /** The nodes a text names; several when they share a name. */
    Set<NodeId> in(Words text) {
        Set<NodeId> found = new TreeSet<>();
        List<String> tokens = text.tokens();
        int at = 0;
        while (at < tokens.size()) {
            int length = 0;
            for (Named named : byFirstWord.getOrDefault(tokens.get(at), List.of())) {
                int size = named.words().size();
                boolean isHere = size >= length
                        && at + size <= tokens.size()
                        && tokens.subList(at, at + size).equals(named.words());
                if (isHere) {
                    found.add(named.node());
                    length = size;
                }
            }
            at += Math.max(1, length);
        }
        return found;
    }
}
