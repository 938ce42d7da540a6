package scenariorca.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.output.Table;

/** Carries out what users ask of a scenario, but for its inputs: create, copy, rename, submit, lock, withdraw, delete. */
final class ScenarioDesk {
    private final Office office;
    private final ScenarioRows rows = new ScenarioRows();

    ScenarioDesk(Office office) {
        this.office = office;
    }

    /** Creates a scenario from inputs, one initial version per node. */
    Scenario create(UUID id, Cycle cycle, String name, boolean isStarter, List<Input> inputs, Stamp stamp) {
        var versions = new ArrayList<Version>();
        for (int node = 0; node < inputs.size(); node++) {
            versions.add(
                    new Version(office.ids().id(), node, inputs.get(node), Version.INITIAL, stamp).validated(null));
        }
        var scenario = new Scenario(id, cycle.model(), cycle.id(), null, name, isStarter, stamp, versions, List.of());
        open(scenario, stamp);
        office.api().request(stamp, "POST", "/scenarios", 201);
        return scenario;
    }

    /** Copies a scenario as it is: with its inputs, its events, and whatever is wrong with them. */
    Scenario copy(UUID id, Scenario original, String name, Stamp stamp) {
        var versions = new ArrayList<Version>();
        for (Version version : original.versions) {
            var copy = new Version(office.ids().id(), version.node(), version.input(), Version.INITIAL, stamp);
            versions.add(copy.validated(null));
        }
        var mistakes = new ArrayList<Mistake>();
        for (Mistake mistake : original.mistakes) {
            UUID version = versions.get(mistake.node()).id();
            mistakes.add(mistake.copied(version, stamp.user(), stamp.at()));
        }
        var scenario = new Scenario(
                id, original.model, original.forecastInit, original.id, name, false, stamp, versions, mistakes);
        open(scenario, stamp);
        for (EventVersion event : original.events) {
            addEvent(scenario, event.eventType(), event.node(), event.input(), stamp);
        }
        office.api().request(stamp, "POST", "/scenarios/" + original.id + "/copy", 201);
        return scenario;
    }

    private void open(Scenario scenario, Stamp stamp) {
        save(scenario);
        for (Version version : scenario.versions) {
            office.journal()
                    .open(stamp.at(), Table.FC_SCENARIO_NODE_DATA, version.id(), rows.version(scenario, version, null));
        }
    }

    /** Adds a market event to a scenario. */
    void addEvent(Scenario scenario, int eventType, int node, Input input, Stamp stamp) {
        UUID type = office.ids().id();
        office.journal()
                .last(
                        stamp.at(),
                        Table.FC_SCENARIO_EVENT_TYPE,
                        type,
                        rows.eventType(type, office.eventTypes().get(eventType), scenario));
        var event = new EventVersion(office.ids().id(), type, eventType, node, input, stamp);
        scenario.events.add(event);
        office.journal().open(stamp.at(), Table.FC_SCENARIO_EVENT_DATA, event.id(), rows.event(scenario, event, null));
    }

    /** Replaces the input of an event. */
    void editEvent(Scenario scenario, int index, Input input, Stamp stamp) {
        EventVersion old = scenario.events.get(index);
        office.journal().last(stamp.at(), Table.FC_SCENARIO_EVENT_DATA, old.id(), rows.event(scenario, old, stamp));
        var event =
                new EventVersion(office.ids().id(), old.scenarioEventType(), old.eventType(), old.node(), input, stamp);
        scenario.events.set(index, event);
        office.journal().open(stamp.at(), Table.FC_SCENARIO_EVENT_DATA, event.id(), rows.event(scenario, event, null));
        String path = "/events/" + office.eventTypes().get(old.eventType());
        office.api().request(stamp, "PUT", "/scenarios/" + scenario.id + path, 200);
    }

    void rename(Scenario scenario, String name, Stamp stamp) {
        scenario.name = name;
        scenario.updated = stamp;
        save(scenario);
        office.api().request(stamp, "PATCH", "/scenarios/" + scenario.id, 200);
    }

    /** Moves a scenario through its lifecycle. @param action submit, lock, withdraw or delete */
    void move(Scenario scenario, String action, Stamp stamp) {
        switch (action) {
            case "submit" -> {
                scenario.submitted = stamp;
                scenario.status = "submitted";
            }
            case "lock" -> {
                scenario.locked = stamp;
                scenario.status = "locked";
            }
            case "withdraw" -> {
                scenario.withdrawn = stamp;
                scenario.status = "withdrawn";
            }
            case "delete" -> {
                scenario.deleted = stamp;
                scenario.status = "deleted";
            }
            default -> throw new IllegalArgumentException("no such action: " + action);
        }
        scenario.updated = stamp;
        save(scenario);
        String path = "/scenarios/" + scenario.id;
        if (action.equals("delete")) {
            office.api().request(stamp, "DELETE", path, 204);
        } else {
            office.api().request(stamp, "POST", path + "/" + action, 200);
        }
    }

    private void save(Scenario scenario) {
        office.journal().open(scenario.updated.at(), Table.FC_SCENARIO, scenario.id, rows.scenario(scenario));
    }

    /** A forecast cycle of a model, in which scenarios are made. */
    record Cycle(UUID id, PlatformModel model, String name, Instant start, int startYear) {}
}
