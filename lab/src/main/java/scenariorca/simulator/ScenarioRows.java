package scenariorca.simulator;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.NodeKind;
import scenariorca.simulator.output.RowText;

/** The rows of a scenario, its inputs and its events, field by field in the order of the tables' columns. */
final class ScenarioRows {
    private final RowText row = new RowText();

    byte[] scenario(Scenario scenario) {
        ModelSpec spec = scenario.model.spec();
        var horizon = scenario.versions
                .get(scenario.model.nodes(NodeKind.HORIZON).getFirst().index())
                .input();
        row.add(scenario.id).add(scenario.model.id()).add(scenario.forecastInit).add(scenario.core);
        row.add(scenario.name).add(scenario.isStarter).add(scenario.status);
        row.add(year(horizon.at("/start_year"))).add(year(horizon.at("/end_year")));
        row.add(ModelRows.placeId("region", spec.region())).add(spec.region());
        row.add(ModelRows.placeId("country", spec.country())).add(spec.country());
        stamp(scenario.deleted);
        stamp(scenario.created);
        stamp(scenario.submitted);
        stamp(scenario.locked);
        stamp(scenario.updated);
        stamp(scenario.withdrawn);
        row.add(symbol(spec.currency())).add(spec.currency());
        return row.take();
    }

    /** The column is a whole number, whatever the input says. */
    private static long year(@Nullable Object value) {
        return value instanceof java.math.BigDecimal number ? number.longValue() : 0;
    }

    private static String symbol(String currency) {
        return switch (currency) {
            case "EUR" -> "€";
            case "USD" -> "$";
            case "GBP" -> "£";
            case "JPY" -> "¥";
            default -> currency;
        };
    }

    private void stamp(@Nullable Stamp stamp) {
        if (stamp == null) {
            row.nothing().nothing().nothing();
            return;
        }
        row.add(stamp.at()).add(stamp.user()).add(stamp.request());
    }

    /** @param ended when another version took its place; null while it is current */
    byte[] version(Scenario scenario, Version version, @Nullable Stamp ended) {
        row.add(version.id())
                .add(scenario.model.graph().nodes().get(version.node()).id())
                .add(scenario.id)
                .add(version.input().json())
                .nothing()
                .add(version.source())
                .add(version.hash())
                .add(version.isValidated());
        row.add(version.created().user())
                .add(version.created().at())
                .add(version.created().request());
        if (ended == null) {
            row.nothing().nothing().nothing();
        } else {
            row.add(ended.user()).add(ended.at()).add(ended.request());
        }
        row.add(version.message());
        return row.take();
    }

    byte[] eventType(UUID id, UUID type, Scenario scenario) {
        return row.add(id).add(type).add(scenario.id).take();
    }

    byte[] event(Scenario scenario, EventVersion event, @Nullable Stamp ended) {
        var place = scenario.model.places().get(event.node());
        row.add(event.id())
                .add(event.scenarioEventType())
                .add(scenario.model.nodes(NodeKind.POPULATION).getFirst().id())
                .add(scenario.model.graph().nodes().get(event.node()).id())
                .add(event.input().json())
                .add(event.input().hash())
                .add(false)
                .nothing()
                .nothing()
                .add(true)
                .nothing();
        Stamp created = event.created();
        row.add(created.at()).add(created.user()).add(created.request());
        if (ended == null) {
            row.nothing().nothing().nothing();
        } else {
            row.add(ended.at()).add(ended.user()).add(ended.request());
        }
        row.add(scenario.model
                .tabs()
                .get(scenario.model.groups().get(place.group()).tab())
                .id());
        row.add(place.treatmentId());
        return row.take();
    }
}
