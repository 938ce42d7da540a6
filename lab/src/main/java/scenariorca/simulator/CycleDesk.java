package scenariorca.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.output.RowText;
import scenariorca.simulator.output.Table;

/** Sets a platform up: its schema version, event types, models, and one forecast cycle with a starter per model. */
final class CycleDesk {
    static final String MODEL_OFFICE = "model_office";
    private static final List<String> EVENT_TYPES =
            List.of("Competitor Launch", "Loss of Exclusivity", "Generic Entry", "Label Expansion", "Guideline Change");

    private final World world;
    private final Office office;
    private final Dice dice;
    private final RowText row = new RowText();

    CycleDesk(World world, Dice dice) {
        this.world = world;
        this.office = world.office();
        this.dice = dice;
    }

    /** Ids of the event types, the same everywhere. */
    static List<UUID> eventTypes() {
        return EVENT_TYPES.stream()
                .map(name -> ModelRows.placeId("event type", name))
                .toList();
    }

    void platform(Instant at) {
        office.journal()
                .last(
                        at,
                        Table.ALEMBIC_VERSION,
                        dice.id(),
                        row.add("7c1e42d9a0b3").take());
        for (int i = 0; i < EVENT_TYPES.size(); i++) {
            UUID id = office.eventTypes().get(i);
            row.add(id).add(EVENT_TYPES.get(i)).add(false);
            row.add(at).add(MODEL_OFFICE).add(at).add(MODEL_OFFICE);
            office.journal().last(at, Table.FC_EVENT_TYPE, id, row.take());
        }
    }

    /** Publishes a model and starts a forecast cycle on it. */
    ScenarioDesk.Cycle start(PlatformModel model, Instant at) {
        var rows = new ModelRows(office.journal(), dice.split("rows " + model.name()));
        rows.write(model);
        for (Fault fault : office.platform().faults()) {
            if (fault.edge() != null
                    && model.id().equals(fault.modelId())
                    && fault.until().isAfter(office.end())) {
                // A faulty edge that is mended is gone from the table: only one that is there still is seen.
                rows.edge(model, fault.edge(), fault.from());
            }
        }
        Stamp stamp = office.stamp(at, MODEL_OFFICE);
        int year = at.atZone(ZoneOffset.UTC).getYear();
        var cycle = new ScenarioDesk.Cycle(dice.id(), model, "LRP " + (year + 1), at, year);
        row.add(cycle.id())
                .add(model.id())
                .add(ModelRows.placeId("cycle", cycle.name()))
                .add(cycle.name());
        row.add(at.plus(Duration.ofDays(120))).add(year - 5).add(year + 30);
        row.add(stamp.user()).add(at).add(stamp.request()).add(true);
        row.add(at).add(at.plusSeconds(2)).add(stamp.user()).add(stamp.request());
        office.journal().last(at, Table.FC_FORECAST_INIT, cycle.id(), row.take());
        office.api().request(stamp, "POST", "/forecast-cycles", 201);
        world.add(cycle);
        String name = model.name() + " Starter";
        world.create(dice.id(), cycle, name, true, office.stamp(at.plusSeconds(2), MODEL_OFFICE), dice.split(name));
        return cycle;
    }
}
