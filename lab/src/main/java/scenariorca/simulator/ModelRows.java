package scenariorca.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.PlatformModel.Place;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.engine.EngineGraph;
import scenariorca.simulator.engine.EngineNode;
import scenariorca.simulator.engine.NodeKind;
import scenariorca.simulator.output.Journal;
import scenariorca.simulator.output.RowText;
import scenariorca.simulator.output.Table;

/** Writes a model: its rows, tabs, groups, nodes, treatments and edges. */
final class ModelRows {
    private final RowText row = new RowText();
    private final Journal journal;
    private final Dice dice;

    ModelRows(Journal journal, Dice dice) {
        this.journal = journal;
        this.dice = dice;
    }

    /** The same id for the same region, country or area, in every installation. */
    static UUID placeId(String sort, String name) {
        return UUID.nameUUIDFromBytes((sort + '/' + name).getBytes(StandardCharsets.UTF_8));
    }

    void write(PlatformModel model) {
        ModelSpec spec = model.spec();
        row.add(model.id())
                .add(placeId("area", spec.therapeuticArea()))
                .add(spec.therapeuticArea())
                .add(spec.name())
                .add(placeId("disease", spec.disease()))
                .add(spec.disease())
                .add("published")
                .add(placeId("country", spec.country()))
                .add(spec.country())
                .add(placeId("region", spec.region()))
                .add(spec.region())
                .add(model.createdAt())
                .add(dice.id())
                .add("patient_flow")
                .add(false)
                .add("3." + dice.whole(0, 4) + "." + dice.whole(0, 9))
                .add("model_office");
        put(model, Table.FC_MODEL, model.id());
        for (var tab : model.tabs()) {
            UUID parent =
                    tab.parent() < 0 ? null : model.tabs().get(tab.parent()).id();
            row.add(tab.id())
                    .add(parent)
                    .add(model.id())
                    .add(tab.name())
                    .add(tab.level())
                    .add(tab.sequence());
            put(model, Table.FC_MODEL_NODE_TAB, tab.id());
        }
        for (var group : model.groups()) {
            row.add(group.id())
                    .add(model.tabs().get(group.tab()).id())
                    .add(group.type())
                    .add(group.name())
                    .add(group.sequence());
            put(model, Table.FC_MODEL_NODE_GROUPS, group.id());
        }
        model.graph().nodes().forEach(node -> node(model, node));
        model.graph().edges().forEach(edge -> edge(model, edge, model.createdAt()));
    }

    private void node(PlatformModel model, EngineNode node) {
        Place place = model.places().get(node.index());
        NodeKind kind = node.kind();
        UUID treatmentNode = place.treatmentNode() < 0 || place.treatmentNode() == node.index()
                ? null
                : model.graph().nodes().get(place.treatmentNode()).id();
        row.add(node.id())
                .add(model.groups().get(place.group()).id())
                .add(model.id())
                .add(place.flow())
                .add(placeId("base node", kind.word()))
                .add(node.name())
                .add(treatmentNode)
                .add(placeId("config", model.name()))
                .add(kind.word())
                .add(node.index() + 1)
                .add(false)
                .add(!node.isOptional())
                .add(model.createdAt())
                .add(place.treatmentId())
                .add(epiType(model, kind))
                .add(hierarchy(model, place))
                .nothing()
                .add(node.index() + 1)
                .add(kind == NodeKind.TREATMENT_SHARE)
                .add(kind == NodeKind.TREATMENT_SHARE ? "patients" : null)
                .add(isOutput(kind))
                .add(kind == NodeKind.SHARE ? "logistic" : null)
                .add(kind == NodeKind.DURATION)
                .add(kind == NodeKind.DOSING)
                .add(false)
                .add("{\"unit\":\"" + kind.unit() + "\",\"decimals\":" + (kind == NodeKind.SHARE ? 3 : 0) + "}");
        put(model, Table.FC_MODEL_NODE, node.id());
        UUID treatment = place.treatmentId();
        if (treatment != null && kind == NodeKind.TREATMENT_SHARE) {
            UUID id = dice.id();
            row.add(id).add(node.id()).add(treatment.toString());
            put(model, Table.FC_MODEL_NODE_TREATMENT, id);
        }
    }

    private static boolean isOutput(NodeKind kind) {
        return kind == NodeKind.REVENUE || kind == NodeKind.TOTAL || kind == NodeKind.PEAK || kind == NodeKind.VOLUME;
    }

    private static @Nullable String epiType(PlatformModel model, NodeKind kind) {
        if (kind != NodeKind.EPIDEMIOLOGY) {
            return null;
        }
        return model.spec().isIncidence() ? "incidence" : "prevalence";
    }

    private static @Nullable String hierarchy(PlatformModel model, Place place) {
        return place.segment() < 0
                ? null
                : "{\"segment\":\"%s\",\"line_of_therapy\":%d}"
                        .formatted(model.spec().segments().get(place.segment()), place.line());
    }

    /** Writes an edge that came with a later version of the model. */
    void edge(PlatformModel model, EngineGraph.Edge edge, Instant createdAt) {
        UUID id = dice.id();
        row.add(id)
                .add(model.graph().nodes().get(edge.source()).id())
                .add(model.graph().nodes().get(edge.target()).id())
                .add(createdAt);
        journal.last(createdAt, Table.FC_MODEL_NODE_EDGE, id, row.take());
    }

    private void put(PlatformModel model, Table table, UUID id) {
        journal.last(model.createdAt(), table, id, row.take());
    }
}
