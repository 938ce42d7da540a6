package scenariorca.simulator;

import java.time.Instant;
import java.util.List;
import scenariorca.simulator.engine.Conditions;
import scenariorca.simulator.engine.EngineGraph;

/** The state of the platform over time: the rules of its release, and its faults. */
final class Platform {
    /** The platform as a run of one model finds it. */
    record Situation(EngineGraph graph, Conditions conditions) {}

    private final Conditions.Rules rules;
    private final List<Fault> faults;

    Platform(Conditions.Rules rules, List<Fault> faults) {
        this.rules = rules;
        this.faults = List.copyOf(faults);
    }

    /** The rules of the release deployed at the beginning. */
    Conditions.Rules rules() {
        return rules;
    }

    List<Fault> faults() {
        return faults;
    }

    Situation at(Instant time, PlatformModel model) {
        return under(active(time, model), model);
    }

    /** As it is when nothing but lasting faults is wrong: what users get used to. */
    Situation calm(Instant time, PlatformModel model) {
        return under(active(time, model).stream().filter(Fault::isLasting).toList(), model);
    }

    /** As it would be without one fault. */
    Situation without(Fault fault, Instant time, PlatformModel model) {
        return under(
                active(time, model).stream().filter(other -> other != fault).toList(), model);
    }

    /** As it would be had nothing ever gone wrong. */
    Situation calmest(PlatformModel model) {
        return under(List.of(), model);
    }

    List<Fault> active(Instant time, PlatformModel model) {
        return faults.stream().filter(fault -> fault.concerns(model, time)).toList();
    }

    private Situation under(List<Fault> active, PlatformModel model) {
        Conditions conditions = Conditions.healthy(rules);
        EngineGraph graph = model.graph();
        for (Fault fault : active) {
            conditions = fault.effect().apply(conditions);
            graph = fault.edge() == null ? graph : graph.with(fault.edge());
        }
        return new Situation(graph, conditions);
    }
}
