package scenariorca.simulator.varied;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.LogDelivery;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.InputText;
import scenariorca.simulator.varied.engine.Node;
import scenariorca.simulator.varied.engine.Result;

/** A line of the truth file. */
final class TruthLine {
    private TruthLine() {}

    static String of(UUID run, Stamp stamp, Plan plan, Result result, Cause cause, CauseOrigin origin) {
        TradeModel model = plan.model;
        Node failing = result.failing() < 0 ? null : model.nodes().get(result.failing());
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("run_id", run.toString());
        line.put("scenario_id", plan.id.toString());
        line.put("model_id", model.id().toString());
        line.put("run_at", LogDelivery.iso(stamp.at()));
        line.put("status", result.status() == Result.Status.TIMEOUT ? "timeout" : "failed");
        line.put("class", cause.truthClass());
        line.put("kind", cause.kind());
        line.put("origin", origin.json());
        boolean isInput = cause.truthClass().equals("input");
        line.put(
                "causes",
                isInput ? plan.mistakes.stream().map(one -> cause(model, one)).toList() : List.of());
        line.put("first_failing_node_id", failing == null ? null : failing.id().toString());
        line.put("first_failing_node_name", failing == null ? null : failing.name());
        Plan.Good good = plan.good;
        line.put("last_good_run_id", good == null ? null : good.run().toString());
        line.put("changes_since_last_good", BigDecimal.valueOf(plan.edits));
        line.put("domain", model.domain().word());
        line.put("voice", model.service().voice().word());
        line.put("strictness", model.service().habits().strictness().word());
        line.put("hops", hops(plan, result, isInput));
        line.put("tags", tags(plan, isInput));
        return InputText.json(line);
    }

    /** Nodes from the cause to the failure; null without an input cause. */
    private static @Nullable BigDecimal hops(Plan plan, Result result, boolean isInput) {
        int fewest = Integer.MAX_VALUE;
        for (SavedMistake mistake : isInput ? plan.mistakes : List.<SavedMistake>of()) {
            int distance =
                    plan.model.revision().network().distance(mistake.change().node(), result.failing());
            fewest = distance < 0 ? fewest : Math.min(fewest, distance);
        }
        return fewest == Integer.MAX_VALUE ? null : BigDecimal.valueOf(fewest);
    }

    private static Map<String, @Nullable Object> cause(TradeModel model, SavedMistake mistake) {
        Node node = model.nodes().get(mistake.change().node());
        var cause = new LinkedHashMap<String, @Nullable Object>();
        cause.put("node_id", node.id().toString());
        cause.put("node_name", node.name());
        cause.put("node_data_id", mistake.versionId().toString());
        cause.put("event_data_id", null);
        cause.put("path", mistake.change().path());
        cause.put(
                "also",
                mistake.change().paths().subList(1, mistake.change().paths().size()));
        if (mistake.before().has(mistake.change().path())) {
            cause.put("before", mistake.valueBefore());
        }
        if (mistake.after().has(mistake.change().path())) {
            cause.put("after", mistake.valueAfter());
        }
        cause.put("user", mistake.user());
        cause.put("at", LogDelivery.iso(mistake.at()));
        return cause;
    }

    private static List<String> tags(Plan plan, boolean isInput) {
        var tags = new ArrayList<String>();
        if (!isInput) {
            tags.add("no_input_cause");
            if (plan.edits > 0) {
                tags.add("innocent_edits");
            }
            return tags;
        }
        if (plan.mistakes.size() > 1) {
            tags.add("two_causes");
        }
        if (plan.edits > plan.mistakes.size()) {
            tags.add("distractors");
        }
        if (plan.failures >= 2) {
            tags.add("typed_several_runs_ago");
        }
        return tags;
    }
}
