package scenariorca.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.JsonDifference;
import scenariorca.comparison.LeafChange;
import scenariorca.comparison.RunComparison;
import scenariorca.comparison.RunComparison.InputDelta;
import scenariorca.comparison.RunComparison.Leaf;
import scenariorca.platform.JsonText;
import scenariorca.report.RunComparison.Change;
import scenariorca.report.RunComparison.ChangedNode;
import scenariorca.report.RunDiagnostics.UsedInput;
import scenariorca.warehouse.Snapshot;
import tools.jackson.databind.JsonNode;

/** The inputs two runs used differently, leaf by leaf, with who set each. */
final class ChangedInputs {
    private ChangedInputs() {}

    /** A node's version before and after; null where the run used none. */
    private record Pair(
            @Nullable UsedInput before, @Nullable UsedInput after) {
        boolean isChanged() {
            return before == null || after == null || !before.inputHash().equals(after.inputHash());
        }

        UsedInput either() {
            return after != null ? after : Objects.requireNonNull(before);
        }
    }

    /**
     * The inputs that differ.
     *
     * @param comparison of the same runs: it knows who set which leaf
     */
    static List<ChangedNode> of(Snapshot snapshot, RunFacts baseline, RunFacts candidate, RunComparison comparison) {
        Map<UUID, UsedInput> before = byNode(InputSnapshot.of(snapshot, baseline, false));
        Map<UUID, UsedInput> after = byNode(InputSnapshot.of(snapshot, candidate, false));
        var nodes = new TreeSet<>(before.keySet());
        nodes.addAll(after.keySet());
        List<Pair> changed = nodes.stream()
                .map(node -> new Pair(before.get(node), after.get(node)))
                .filter(Pair::isChanged)
                .sorted(Comparator.comparing((Pair pair) ->
                                Objects.requireNonNullElse(pair.either().nodeName(), ""))
                        .thenComparing(pair -> pair.either().nodeId()))
                .toList();
        Map<UUID, String> inputs = inputs(snapshot, baseline.scenarioKey(), changed);
        Map<UUID, Map<String, Leaf>> authors = authors(comparison);
        return Stream.concat(
                        changed.stream()
                                .map(pair -> changedNode(
                                        pair,
                                        inputs,
                                        authors.getOrDefault(pair.either().nodeId(), Map.of()))),
                        comparison.inputs().stream()
                                .filter(input -> !input.owner().isEmpty())
                                .map(ChangedInputs::changedEvent))
                .toList();
    }

    /** Where branches of one run used several versions of a node's input, the newest stands for it. */
    private static Map<UUID, UsedInput> byNode(List<UsedInput> inputs) {
        var byNode = new LinkedHashMap<UUID, UsedInput>();
        for (UsedInput input : inputs) {
            byNode.merge(
                    input.nodeId(), input, (one, other) -> one.changeSequence() > other.changeSequence() ? one : other);
        }
        return byNode;
    }

    private static Map<UUID, String> inputs(Snapshot snapshot, int scenarioKey, List<Pair> pairs) {
        List<String> ids = pairs.stream()
                .flatMap(pair -> Stream.of(pair.before(), pair.after()))
                .filter(Objects::nonNull)
                .map(input -> input.nodeDataId().toString())
                .toList();
        var inputs = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            snapshot.query("report/input_versions.sql")
                    .with("scenario_key", scenarioKey)
                    .withAny("node_data_ids", ids)
                    .list(row -> inputs.put(row.uuid("node_data_id"), row.text("input_data")));
        }
        return inputs;
    }

    /** Leaves of nodes' own inputs, by node and path. */
    private static Map<UUID, Map<String, Leaf>> authors(RunComparison comparison) {
        var authors = new HashMap<UUID, Map<String, Leaf>>();
        for (InputDelta input : comparison.inputs()) {
            if (input.owner().isEmpty()) {
                var leaves = new HashMap<String, Leaf>();
                input.changes().forEach(leaf -> leaves.put(leaf.change().path(), leaf));
                authors.put(input.nodeId().value(), leaves);
            }
        }
        return authors;
    }

    private static ChangedNode changedEvent(InputDelta input) {
        return new ChangedNode(
                input.nodeId().value(),
                input.nodeName().isEmpty() ? null : input.nodeName(),
                input.owner(),
                input.changedAt(),
                input.changedBy(),
                null,
                null,
                input.changes().size() + input.truncated(),
                input.changes().stream()
                        .map(leaf -> change(leaf.change(), leaf.changedBy(), leaf.changedAt()))
                        .toList());
    }

    private static ChangedNode changedNode(Pair pair, Map<UUID, String> inputs, Map<String, Leaf> authors) {
        UsedInput before = pair.before();
        UsedInput after = pair.after();
        JsonDifference difference = JsonDifference.betweenTexts(
                before == null ? null : inputs.get(before.nodeDataId()),
                after == null ? null : inputs.get(after.nodeDataId()));
        var changes = new ArrayList<Change>();
        for (LeafChange change : difference.changes()) {
            Leaf author = authors.get(change.path());
            changes.add(
                    author == null
                            ? change(
                                    change,
                                    after == null ? null : after.changedBy(),
                                    after == null ? null : after.changedAt())
                            : change(change, author.changedBy(), author.changedAt()));
        }
        return new ChangedNode(
                pair.either().nodeId(),
                pair.either().nodeName(),
                null,
                after == null ? null : after.changedAt(),
                after == null ? null : after.changedBy(),
                after == null ? null : after.inputHash(),
                before == null ? null : before.inputHash(),
                difference.count(),
                changes);
    }

    private static Change change(LeafChange change, @Nullable String changedBy, @Nullable Instant changedAt) {
        var written = change.toJson();
        return new Change(
                change.path(),
                change.kind().word(),
                text(written.get("before")),
                text(written.get("after")),
                change.delta(),
                change.percent(),
                changedBy,
                changedAt);
    }

    private static @Nullable JsonText text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : new JsonText(node.toString());
    }
}
