package scenariorca.simulator.varied;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.output.Journal;
import scenariorca.simulator.output.RowText;
import scenariorca.simulator.output.Table;
import scenariorca.simulator.varied.engine.Network;
import scenariorca.simulator.varied.engine.Node;

/** The rows of models, scenarios and documents, field by field in the order of the tables' columns. */
final class Rows {
    static final String OFFICE = "model_office";

    private final RowText row = new RowText();
    private final Journal journal;
    private final Dice ids;

    Rows(Journal journal, Dice ids) {
        this.journal = journal;
        this.ids = ids;
    }

    private static UUID named(String sort, String name) {
        return UUID.nameUUIDFromBytes((sort + '/' + name).getBytes(StandardCharsets.UTF_8));
    }

    void platform(Instant at) {
        journal.last(
                at, Table.ALEMBIC_VERSION, ids.id(), row.add("4ad11c5be902").take());
    }

    /** A model as it is first published, with a forecast cycle. */
    void model(TradeModel model) {
        Instant at = model.createdAt();
        model(model, at, OFFICE);
        row.add(tab(model))
                .nothing()
                .add(model.id())
                .add(model.domain().word() + " inputs")
                .add(1)
                .add(1);
        journal.last(at, Table.FC_MODEL_NODE_TAB, tab(model), row.take());
        row.add(group(model)).add(tab(model)).add("inputs").add("Assumptions").add(1);
        journal.last(at, Table.FC_MODEL_NODE_GROUPS, group(model), row.take());
        model.nodes().forEach(node -> node(model, node, at));
        model.revision().network().edges().forEach(edge -> edge(model, edge, at));
        UUID cycle = cycle(model);
        int year = model.documented().startYear();
        row.add(cycle).add(model.id()).add(named("cycle", String.valueOf(year))).add("Plan " + year);
        row.add(at.plus(Duration.ofDays(150))).add(year - 6).add(year + 30);
        row.add(OFFICE)
                .add(at)
                .add(ids.id())
                .add(true)
                .add(at)
                .nothing()
                .nothing()
                .nothing();
        journal.last(at, Table.FC_FORECAST_INIT, cycle, row.take());
    }

    /** The model's own row, which a publication changes. */
    void model(TradeModel model, Instant at, String by) {
        var filed = model.domain().filedUnder();
        row.add(model.id())
                .add(named("area", filed.getFirst()))
                .add(filed.getFirst())
                .add(model.name());
        row.add(named("field", filed.getLast())).add(filed.getLast()).add("published");
        row.nothing().nothing().add(named("region", "Global")).add("Global");
        row.add(model.createdAt())
                .add(named("request", model.name()))
                .add(model.domain().word());
        row.add(false).add(model.revision().version()).add(by);
        journal.open(at, Table.FC_MODEL, model.id(), row.take());
    }

    void node(TradeModel model, Node node, Instant at) {
        boolean isLast = node.role() == Node.Role.LAST;
        row.add(node.id()).add(group(model)).add(model.id()).add("main").add(named("base", node.type()));
        row.add(node.name()).nothing().add(named("config", model.name())).add(node.type());
        row.add(node.index() + 1)
                .add(false)
                .add(true)
                .add(at)
                .nothing()
                .nothing()
                .nothing()
                .nothing();
        row.add(node.index() + 1)
                .add(false)
                .nothing()
                .add(isLast)
                .nothing()
                .add(false)
                .add(false)
                .add(false);
        row.add("{\"unit\":\"" + node.quantity() + "\"}");
        journal.last(at, Table.FC_MODEL_NODE, node.id(), row.take());
    }

    void edge(TradeModel model, Network.Edge edge, Instant at) {
        row.add(edge.id());
        row.add(model.nodes().get(edge.from()).id())
                .add(model.nodes().get(edge.to()).id())
                .add(at);
        journal.last(at, Table.FC_MODEL_NODE_EDGE, edge.id(), row.take());
    }

    void scenario(Plan plan, Stamp updated) {
        TradeModel model = plan.model;
        int year = model.documented().startYear();
        int years = Math.max(1, model.documented().count() / model.documented().perYear());
        row.add(plan.id)
                .add(model.id())
                .add(cycle(model))
                .nothing()
                .add(plan.name)
                .add(false)
                .add("draft");
        row.add(year)
                .add(year + years)
                .add(named("region", "Global"))
                .add("Global")
                .nothing()
                .nothing();
        stamp(null);
        stamp(plan.created);
        stamp(null);
        stamp(null);
        stamp(updated);
        stamp(null);
        row.add("€").add("EUR");
        journal.open(updated.at(), Table.FC_SCENARIO, plan.id, row.take());
    }

    private void stamp(@Nullable Stamp stamp) {
        if (stamp == null) {
            row.nothing().nothing().nothing();
        } else {
            row.add(stamp.at()).add(stamp.user()).add(stamp.request());
        }
    }

    /** @param ended when another version took its place; null while it is current */
    void saved(Plan plan, Plan.Saved saved, @Nullable Stamp ended) {
        Stamp created = saved.created();
        row.add(saved.id()).add(plan.model.nodes().get(saved.node()).id()).add(plan.id);
        row.add(saved.input().json())
                .nothing()
                .add(saved.source())
                .add(saved.input().hash())
                .add(false);
        row.add(created.user()).add(created.at()).add(created.request());
        if (ended == null) {
            row.nothing().nothing().nothing().nothing();
            journal.open(created.at(), Table.FC_SCENARIO_NODE_DATA, saved.id(), row.take());
        } else {
            row.add(ended.user()).add(ended.at()).add(ended.request()).nothing();
            journal.last(ended.at(), Table.FC_SCENARIO_NODE_DATA, saved.id(), row.take());
        }
    }

    private static UUID tab(TradeModel model) {
        return named("tab", model.id().toString());
    }

    private static UUID group(TradeModel model) {
        return named("group", model.id().toString());
    }

    private static UUID cycle(TradeModel model) {
        return named("cycle", model.id().toString());
    }
}
