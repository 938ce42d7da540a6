package scenariorca.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.engine.InputText;
import scenariorca.simulator.output.Table;

/** Carries out what users ask of a scenario's inputs: edit, upload, validate. */
final class InputDesk {
    private final Office office;
    private final Dice dice;
    private final ScenarioRows rows = new ScenarioRows();

    InputDesk(Office office, Dice dice) {
        this.office = office;
        this.dice = dice;
    }

    /** Types changes in one request: closes the open version of each node and opens a new one. */
    void edit(Scenario scenario, List<TypedValue> changes, Stamp stamp) {
        var inputs = new LinkedHashMap<Integer, Input>();
        for (TypedValue change : changes) {
            Input before = inputs.getOrDefault(
                    change.node(), scenario.versions.get(change.node()).input());
            inputs.put(change.node(), change.apply(before));
        }
        String source = inputs.size() > 4 ? "upload" : "ui";
        inputs.forEach(
                (node, input) -> replace(scenario, new Version(office.ids().id(), node, input, source, stamp), stamp));
        String path = "/scenarios/" + scenario.id;
        path += inputs.size() > 1
                ? "/inputs"
                : "/nodes/"
                        + scenario.model
                                .graph()
                                .nodes()
                                .get(changes.getFirst().node())
                                .id() + "/input";
        office.api().request(stamp, "PUT", path, 200);
    }

    private void replace(Scenario scenario, Version version, Stamp stamp) {
        Version old = scenario.versions.get(version.node());
        // Now and then a long transaction: both rows become visible a while after the time they carry.
        var visibleAt = dice.chance(0.03) ? stamp.at().plusSeconds(dice.whole(20, 240)) : stamp.at();
        if (visibleAt.isAfter(scenario.busyUntil)) {
            scenario.busyUntil = visibleAt;
        }
        office.journal().last(visibleAt, Table.FC_SCENARIO_NODE_DATA, old.id(), rows.version(scenario, old, stamp));
        office.journal()
                .open(visibleAt, Table.FC_SCENARIO_NODE_DATA, version.id(), rows.version(scenario, version, null));
        scenario.versions.set(version.node(), version);
        scenario.editsSinceGood++;
    }

    /** Types changes that will fail, and keeps in mind that they will. */
    void mistype(Scenario scenario, MistakeKind kind, List<TypedValue> changes, List<Stamp> stamps) {
        var mistakes = new ArrayList<Mistake>();
        for (int i = 0; i < changes.size(); i++) {
            TypedValue change = changes.get(i);
            Stamp stamp = stamps.get(i);
            Input before = scenario.versions.get(change.node()).input();
            edit(scenario, List.of(change), stamp);
            Version version = scenario.versions.get(change.node());
            mistakes.add(new Mistake(
                    kind,
                    change.node(),
                    change.path(),
                    before,
                    version.input(),
                    version.id(),
                    stamp.user(),
                    stamp.at()));
        }
        scenario.mistakes.addAll(mistakes);
        scenario.failedSinceMistake = 0;
    }

    /** Puts the mistakes back, one after the other: one request each. */
    void mend(Scenario scenario, Mistake mistake, Stamp stamp) {
        Input input = scenario.versions.get(mistake.node()).input();
        UUID id = office.ids().id();
        replace(scenario, new Version(id, mistake.node(), mistake.putBack(input), "ui", stamp), stamp);
        scenario.mistakes.remove(mistake);
        String node = scenario.model.graph().nodes().get(mistake.node()).id().toString();
        office.api().request(stamp, "PUT", "/scenarios/" + scenario.id + "/nodes/" + node + "/input", 200);
    }

    /** Looks at the form of every input that was not validated yet. Most mistakes have good form. */
    void validate(Scenario scenario, Stamp stamp) {
        boolean isSound = true;
        for (Version version : List.copyOf(scenario.versions)) {
            if (version.isValidated()) {
                continue;
            }
            List<Map<String, Object>> found =
                    formErrors(scenario.initial.get(version.node()).input(), version.input());
            isSound &= found.isEmpty();
            Version validated = version.validated(found.isEmpty() ? null : InputText.json(found));
            scenario.versions.set(version.node(), validated);
            office.journal()
                    .open(
                            stamp.at(),
                            Table.FC_SCENARIO_NODE_DATA,
                            version.id(),
                            rows.version(scenario, validated, null));
        }
        office.api().request(stamp, "POST", "/scenarios/" + scenario.id + "/validate", isSound ? 200 : 422);
    }

    /** What once was a number must be one still. */
    private static List<Map<String, Object>> formErrors(Input initial, Input input) {
        var found = new ArrayList<Map<String, Object>>();
        for (var entry : initial.keys().entrySet()) {
            Object value = input.keys().get(entry.getKey());
            if (entry.getValue() instanceof BigDecimal && !(value instanceof BigDecimal)) {
                var error = new LinkedHashMap<String, Object>();
                error.put("key", entry.getKey());
                error.put("message", value == null ? "is required" : "is not a number");
                found.add(error);
            }
        }
        return found;
    }
}
