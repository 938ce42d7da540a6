package scenariorca.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import scenariorca.simulator.engine.ForecastEngine;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.engine.MarketEvent;
import scenariorca.simulator.engine.RunResult;
import scenariorca.simulator.engine.StandardJob;

/**
 * Tries changes on the engine before a user types them, so that an innocent edit is innocent and a mistake is the whole
 * reason of the failure it causes.
 */
final class Trial {
    private final Platform platform;

    Trial(Platform platform) {
        this.platform = platform;
    }

    /** Whether inputs run well on a platform without any fault. */
    boolean runsWell(PlatformModel model, List<Input> inputs) {
        Platform.Situation calm = platform.calmest(model);
        return ForecastEngine.succeeds(new StandardJob(calm.graph(), inputs, List.of(), calm.conditions(), () -> 1.5));
    }

    /** Whether the scenario as it would be without its mistakes runs well after these changes, and its mistakes still fail. */
    boolean isInnocent(Scenario scenario, Instant at, List<TypedValue> changes) {
        for (Mistake mistake : scenario.mistakes) {
            for (TypedValue change : changes) {
                if (change.node() == mistake.node() && change.path().equals(mistake.path())) {
                    return false;
                }
            }
        }
        var events = scenario.marketEvents();
        var after = applied(scenario.inputs(), changes);
        var sound = new ArrayList<>(after);
        scenario.mistakes.forEach(mistake -> putBack(sound, mistake));
        if (!succeeds(scenario, at, sound, events)) {
            return false;
        }
        return scenario.mistakes.isEmpty() || failsTogether(scenario, at, after, events);
    }

    /** Whether the mistakes fail in these inputs, and none of several is superfluous. */
    private boolean failsTogether(Scenario scenario, Instant at, List<Input> inputs, List<MarketEvent> events) {
        if (succeeds(scenario, at, inputs, events)) {
            return false;
        }
        if (scenario.mistakes.size() < 2) {
            return true;
        }
        for (Mistake mistake : scenario.mistakes) {
            var others = new ArrayList<>(inputs);
            putBack(others, mistake);
            if (!succeeds(scenario, at, others, events)) {
                return false;
            }
        }
        return true;
    }

    /** Whether these changes fail as they should, in the scenario as it is and as it last ran well. */
    boolean isMistake(Scenario scenario, Instant at, List<TypedValue> changes, boolean isTimeout) {
        if (!failsWith(scenario, at, scenario.inputs(), scenario.marketEvents(), changes, isTimeout)) {
            return false;
        }
        return failsWith(scenario, at, scenario.baselineInputs(), scenario.marketEvents(), changes, isTimeout);
    }

    private boolean failsWith(
            Scenario scenario,
            Instant at,
            List<Input> inputs,
            List<MarketEvent> events,
            List<TypedValue> changes,
            boolean isTimeout) {
        // A run's pace varies: the time limit must be passed at twice the usual pace too.
        double pace = isTimeout ? 0.5 : 2;
        RunResult result = run(scenario, at, applied(inputs, changes), events, pace);
        var expected = isTimeout ? RunResult.Status.TIMEOUT : RunResult.Status.FAILED;
        if (result.status() != expected) {
            return false;
        }
        if (changes.size() == 1) {
            return true;
        }
        return changes.stream().allMatch(change -> succeeds(scenario, at, applied(inputs, List.of(change)), events));
    }

    private boolean succeeds(Scenario scenario, Instant at, List<Input> inputs, List<MarketEvent> events) {
        return run(scenario, at, inputs, events, 1.5).isSuccess();
    }

    private RunResult run(Scenario scenario, Instant at, List<Input> inputs, List<MarketEvent> events, double pace) {
        Platform.Situation calm = platform.calm(at, scenario.model);
        return ForecastEngine.run(new StandardJob(calm.graph(), inputs, events, calm.conditions(), () -> pace));
    }

    private static List<Input> applied(List<Input> inputs, List<TypedValue> changes) {
        var after = new ArrayList<>(inputs);
        for (TypedValue change : changes) {
            after.set(change.node(), change.apply(after.get(change.node())));
        }
        return after;
    }

    private static void putBack(List<Input> inputs, Mistake mistake) {
        inputs.set(mistake.node(), mistake.putBack(inputs.get(mistake.node())));
    }
}
