package scenariorca.simulator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.engine.EngineGraph;
import scenariorca.simulator.engine.EngineNode;
import scenariorca.simulator.engine.NodeKind;

/** A model as the platform keeps it: its place in the organisation, its tabs and groups, its graph. */
record PlatformModel(
        UUID id,
        ModelSpec spec,
        Instant createdAt,
        List<Tab> tabs,
        List<Group> groups,
        List<Place> places,
        EngineGraph graph) {

    PlatformModel {
        tabs = List.copyOf(tabs);
        groups = List.copyOf(groups);
        places = List.copyOf(places);
    }

    /** @param parent index of the tab it is in; -1 at the top */
    record Tab(UUID id, int parent, String name, int level, int sequence) {}

    record Group(UUID id, int tab, String type, String name, int sequence) {}

    /**
     * Where a node is shown, by the node's index.
     *
     * @param treatmentId of nodes about one treatment; null elsewhere
     * @param treatmentNode the treatment share of the same line, by index; -1 elsewhere
     */
    record Place(int group, String flow, @Nullable UUID treatmentId, int treatmentNode, int segment, int line) {}

    String name() {
        return spec.name();
    }

    List<EngineNode> nodes(NodeKind kind) {
        return graph.nodes().stream().filter(node -> node.kind() == kind).toList();
    }

    /** The first node of this name. */
    EngineNode node(String name) {
        return graph.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name() + " has no node " + name));
    }
}
