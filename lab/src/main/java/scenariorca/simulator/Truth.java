package scenariorca.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.LogDelivery;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.EngineNode;
import scenariorca.simulator.engine.ForecastEngine;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.engine.InputText;
import scenariorca.simulator.engine.RunResult;
import scenariorca.simulator.engine.StandardJob;

/** Says why a run failed, from what the simulator knows and the engine confirms. */
final class Truth {
    private final Platform platform;

    Truth(Platform platform) {
        this.platform = platform;
    }

    /** Why a failed run failed, as a line of the truth file. */
    String line(UUID run, Stamp stamp, Scenario scenario, RunResult result, EngineLog.Traits traits, int story) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("run_id", run.toString());
        line.put("scenario_id", scenario.id.toString());
        line.put("model_id", scenario.model.id().toString());
        line.put("run_at", LogDelivery.iso(stamp.at()));
        line.put("status", result.status().word());
        if (scenario.isBroken()) {
            line.put("class", "input");
            line.put("kind", scenario.mistakes.getFirst().kind().word());
            line.put("origin", origin(scenario.mistakes));
        } else {
            Fault fault = fault(stamp.at(), scenario);
            line.put("class", fault.truthClass());
            line.put("kind", fault.kind());
            line.put("origin", origin(fault));
        }
        line.put(
                "causes",
                scenario.mistakes.stream()
                        .map(mistake -> cause(scenario, mistake))
                        .toList());
        EngineNode failing = result.failingNode();
        line.put("first_failing_node_id", failing == null ? null : failing.id().toString());
        line.put("first_failing_node_name", failing == null ? null : failing.name());
        line.put(
                "last_good_run_id",
                scenario.lastGood == null ? null : scenario.lastGood.runId().toString());
        line.put("changes_since_last_good", java.math.BigDecimal.valueOf(scenario.editsSinceGood));
        List<Version> changed = changed(scenario);
        line.put("changed_nodes", java.math.BigDecimal.valueOf(changed.size()));
        line.put("tags", tags(scenario, changed, traits));
        if (story > 0) {
            line.put("story", java.math.BigDecimal.valueOf(story));
        }
        return InputText.json(line);
    }

    private static Map<String, @Nullable Object> origin(List<Mistake> mistakes) {
        var origin = new LinkedHashMap<String, @Nullable Object>();
        origin.put("id", mistakes.getFirst().versionId().toString());
        origin.put("from", LogDelivery.iso(mistakes.getLast().at()));
        origin.put("until", null);
        origin.put("is_release", false);
        return origin;
    }

    private static Map<String, @Nullable Object> origin(Fault fault) {
        var origin = new LinkedHashMap<String, @Nullable Object>();
        origin.put("id", fault.kind() + '@' + LogDelivery.iso(fault.from()));
        origin.put("from", LogDelivery.iso(fault.from()));
        origin.put("until", fault.isLasting() ? null : LogDelivery.iso(fault.until()));
        origin.put("is_release", fault.isRelease());
        return origin;
    }

    /** The one active fault without which the run would have succeeded. */
    private Fault fault(Instant at, Scenario scenario) {
        for (Fault fault : platform.active(at, scenario.model)) {
            Platform.Situation without = platform.without(fault, at, scenario.model);
            var job =
                    new StandardJob(without.graph(), scenario.inputs(), scenario.marketEvents(), without.conditions());
            if (ForecastEngine.succeeds(job)) {
                return fault;
            }
        }
        throw new IllegalStateException(
                "a run of %s failed at %s though nothing is wrong with it".formatted(scenario.name, at));
    }

    private static Map<String, @Nullable Object> cause(Scenario scenario, Mistake mistake) {
        EngineNode node = scenario.model.graph().nodes().get(mistake.node());
        var cause = new LinkedHashMap<String, @Nullable Object>();
        cause.put("node_id", node.id().toString());
        cause.put("node_name", node.name());
        cause.put("node_data_id", mistake.versionId().toString());
        cause.put("event_data_id", null);
        cause.put("path", mistake.path());
        if (mistake.before().has(mistake.path())) {
            cause.put("before", mistake.valueBefore());
        }
        if (mistake.after().has(mistake.path())) {
            cause.put("after", mistake.valueAfter());
        }
        cause.put("user", mistake.user());
        cause.put("at", LogDelivery.iso(mistake.at()));
        return cause;
    }

    private static List<Version> changed(Scenario scenario) {
        var changed = new ArrayList<Version>();
        for (Version base : scenario.baseline()) {
            Version now = scenario.versions.get(base.node());
            if (!now.id().equals(base.id()) && !now.input().isSame(base.input())) {
                changed.add(now);
            }
        }
        return changed;
    }

    private static List<String> tags(Scenario scenario, List<Version> changed, EngineLog.Traits traits) {
        var tags = new ArrayList<String>();
        if (scenario.isBroken()) {
            Mistake last = scenario.mistakes.getLast();
            var later = changed.stream()
                    .filter(version -> version.created().at().isAfter(last.at()))
                    .filter(version ->
                            scenario.mistakes.stream().noneMatch(mistake -> mistake.node() == version.node()))
                    .toList();
            if (!later.isEmpty()) {
                tags.add("distractors");
            }
            double size = scenario.mistakes.stream()
                    .mapToDouble(mistake -> Factor.of(mistake.valueBefore(), mistake.valueAfter()))
                    .max()
                    .orElse(1);
            if (later.stream().anyMatch(version -> largest(scenario, version) > size)) {
                tags.add("distractors_larger");
            }
            if (scenario.mistakes.size() > 1) {
                tags.add("two_causes");
            }
            if (scenario.failedSinceMistake >= 2) {
                tags.add("typed_several_runs_ago");
            }
        } else {
            tags.add("no_input_cause");
            if (!changed.isEmpty()) {
                tags.add("innocent_edits");
            }
        }
        if (scenario.lastGood == null) {
            tags.add("no_earlier_success");
        }
        if (traits.isLate()) {
            tags.add("late_logs");
        }
        if (traits.isMisleading()) {
            tags.add("misleading_log");
        }
        return tags;
    }

    private static double largest(Scenario scenario, Version version) {
        Input before = scenario.baseline().get(version.node()).input();
        double largest = 1;
        for (var entry : version.input().keys().entrySet()) {
            largest = Math.max(largest, Factor.of(before.keys().get(entry.getKey()), entry.getValue()));
        }
        return largest;
    }
}
