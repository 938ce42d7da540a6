package scenariorca.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.InputHistory;
import scenariorca.comparison.JsonDifference;
import scenariorca.comparison.LeafChange;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.InputRewrite;
import scenariorca.scenario.NodeId;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;
import tools.jackson.databind.JsonNode;

/**
 * The leaves that differ between the inputs of two runs, not yet compared with other runs.
 *
 * @param drafts the leaves
 * @param rewrites inputs of which only the version differs
 * @param pairs inputs of nodes that differ, as they were and are
 * @param leftOut leaves and inputs left out by a limit
 */
record InputEvidence(List<Draft> drafts, List<InputRewrite> rewrites, List<InputRules.Pair> pairs, int leftOut) {
    private static final int MAX_LEAVES = 20_000;
    private static final int MAX_UNUSED = 200;

    /**
     * A leaf, with what is needed to look its value up elsewhere.
     *
     * @param nodeKey null for a leaf that is not looked up
     * @param untilSequence the last version that counts as its history
     */
    record Draft(InputChange change, @Nullable Integer nodeKey, int untilSequence) {}

    /** @param typed inputs of a run that could be started, instead of those that stand; none for a run that was */
    static InputEvidence read(Snapshot snapshot, DiagnosedRun subject, BaselineRun counterpart, TypedInputs typed) {
        InputTimelines stories = InputTimelines.read(snapshot, InputTimelines.Pair.of(subject, counterpart));
        List<Draft> drafts = new ArrayList<>();
        List<InputRewrite> rewrites = new ArrayList<>();
        List<InputRules.Pair> pairs = new ArrayList<>();
        int leftOut = stories.leftOut();
        for (InputTimelines.Story story : typed.added(snapshot, subject, stories.inputs())) {
            Optional<InputVersion> used = story.used();
            if (used.isEmpty()) {
                continue;
            }
            List<Draft> found = drafts(story, used.get(), counterpart.isOwn());
            pair(story, used.get()).ifPresent(pairs::add);
            if (found.isEmpty()) {
                rewrites.add(rewrite(story, used.get()));
            }
            int room = Math.max(0, MAX_LEAVES - drafts.size());
            drafts.addAll(found.subList(0, Math.min(room, found.size())));
            leftOut += Math.max(0, found.size() - room);
        }
        drafts.addAll(unused(snapshot, subject, counterpart));
        return new InputEvidence(List.copyOf(drafts), List.copyOf(rewrites), List.copyOf(pairs), leftOut);
    }

    /** The pairs of some nodes; of all when none is named. */
    List<InputRules.Pair> pairsOf(Set<NodeId> nodes) {
        return pairs.stream()
                .filter(pair -> nodes.isEmpty() || nodes.contains(pair.nodeId()))
                .toList();
    }

    /** Empty for the input of an event. */
    private static Optional<InputRules.Pair> pair(InputTimelines.Story story, InputVersion used) {
        Integer nodeKey = used.nodeKey();
        JsonNode after = used.version().input();
        InputVersion before = story.before();
        return nodeKey == null || after == null
                ? Optional.empty()
                : Optional.of(new InputRules.Pair(
                        nodeKey,
                        used.nodeId(),
                        before == null ? null : before.version().input(),
                        after));
    }

    private static List<Draft> drafts(InputTimelines.Story story, InputVersion used, boolean isOwnBaseline) {
        InputVersion before = story.before();
        List<InputHistory.Attributed> leaves = InputHistory.changes(
                before == null ? null : before.version().input(),
                story.later().stream().map(InputVersion::version).toList());
        return leaves.stream()
                .map(leaf -> new Draft(
                        change(leaf, story, used),
                        used.nodeKey(),
                        isOwnBaseline && before != null ? before.sequence() : sequence(leaf.setBy(), story) - 1))
                .toList();
    }

    private static int sequence(InputHistory.Version version, InputTimelines.Story story) {
        return story.later().stream()
                .filter(later -> later.version().versionId().equals(version.versionId()))
                .mapToInt(InputVersion::sequence)
                .findFirst()
                .orElse(0);
    }

    private static InputChange change(InputHistory.Attributed leaf, InputTimelines.Story story, InputVersion used) {
        InputVersion before = story.before();
        NodeId other = used.otherNodeId();
        return new InputChange(
                new InputChange.Place(
                        used.isEvent() ? InputChange.Source.EVENT : InputChange.Source.NODE,
                        used.nodeId(),
                        other == null || other.equals(used.nodeId()) ? List.of() : List.of(other),
                        used.owner()),
                leaf.leaf(),
                new InputChange.UsedVersion(
                        used.version().versionId(),
                        true,
                        before == null ? null : before.version().isValidated(),
                        used.version().isValidated(),
                        used.validationMessage()),
                new InputChange.Authorship(
                        leaf.setBy().isInitial(),
                        leaf.setBy().changedBy(),
                        leaf.setBy().changedAt(),
                        leaf.differsSince()),
                InputChange.Seen.NOTHING);
    }

    private static InputRewrite rewrite(InputTimelines.Story story, InputVersion used) {
        InputVersion before = story.before();
        return new InputRewrite(
                used.nodeId(),
                used.version().versionId(),
                before == null ? null : before.version().isValidated(),
                used.version().isValidated(),
                used.version().changedBy(),
                used.version().changedAt());
    }

    private static List<Draft> unused(Snapshot snapshot, DiagnosedRun subject, BaselineRun counterpart) {
        Instant from = counterpart.isOwn() ? counterpart.startedAt() : subject.startedAt();
        return snapshot
                .query("report/explanation/unused_versions.sql")
                .with("run_id", subject.runId())
                .with("scenario_key", subject.scenarioKey())
                .with("started_at", subject.startedAt())
                .with("from_time", Objects.requireNonNullElse(from, subject.startedAt()))
                .with("row_limit", MAX_UNUSED)
                .list(InputEvidence::unused)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Draft> unused(Row row) {
        InputHistory.Version before = InputVersion.version(row, "previous_input_data");
        InputHistory.Version after = InputVersion.version(row, "input_data");
        var node = new NodeId(row.uuid("node_id"));
        return JsonDifference.between(before.input(), after.input()).changes().stream()
                .map(leaf -> new Draft(unused(node, leaf, after), null, 0))
                .toList();
    }

    private static InputChange unused(NodeId node, LeafChange leaf, InputHistory.Version version) {
        return new InputChange(
                new InputChange.Place(InputChange.Source.NODE, node, List.of(), ""),
                leaf,
                new InputChange.UsedVersion(version.versionId(), false, null, version.isValidated(), null),
                new InputChange.Authorship(
                        version.isInitial(), version.changedBy(), version.changedAt(), version.changedAt()),
                InputChange.Seen.NOTHING);
    }
}
