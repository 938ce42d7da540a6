package scenariorca.explanation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.InputHistory;
import scenariorca.comparison.JsonDifference;
import scenariorca.comparison.LeafChange;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.explanation.InputEvidence.Draft;
import scenariorca.scenario.NodeId;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;
import tools.jackson.databind.JsonNode;

/**
 * Values that people changed before the baseline run, that it passed with, and that still stand: nothing looked at them until
 * something that changed since woke them. Only where the baseline is a run of the same scenario.
 */
final class SleepingInputs {
    private static final int MAX_LEAVES = 60;

    private SleepingInputs() {}

    /**
     * A version that a person wrote.
     *
     * @param before the version before it; null when unknown
     * @param standing what the run found; null when unknown
     */
    private record Edit(
            int nodeKey,
            NodeId nodeId,
            int sequence,
            InputHistory.Version version,
            @Nullable JsonNode before,
            @Nullable JsonNode standing) {}

    /** @param relevant nodes that can have to do with the failure; empty when nobody knows */
    static List<Draft> read(Snapshot snapshot, DiagnosedRun subject, BaselineRun counterpart, Set<NodeId> relevant) {
        if (!counterpart.isOwn()) {
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        return snapshot
                .query("report/explanation/sleeping_versions.sql")
                .with("scenario_key", subject.scenarioKey())
                .with("until_time", counterpart.startedAt())
                .with("started_at", subject.startedAt())
                .list(SleepingInputs::edit)
                .stream()
                .filter(edit -> relevant.isEmpty() || relevant.contains(edit.nodeId()))
                .flatMap(edit -> drafts(edit).stream())
                .filter(draft -> seen.add(
                        draft.change().nodeId() + " " + draft.change().leaf().path()))
                .limit(MAX_LEAVES)
                .toList();
    }

    private static Edit edit(Row row) {
        return new Edit(
                row.number("node_key"),
                new NodeId(row.uuid("node_id")),
                row.number("change_sequence"),
                InputVersion.version(row, "input_data"),
                document(row, "previous_input_data"),
                document(row, "standing_input_data"));
    }

    private static @Nullable JsonNode document(Row row, String column) {
        String json = row.textOrNull(column);
        return json == null ? null : OpaqueJson.read(json);
    }

    /** The leaves of the edit that nobody touched since. */
    private static List<Draft> drafts(Edit edit) {
        JsonNode written = edit.version().input();
        Set<String> touched = JsonDifference.between(written, edit.standing()).changes().stream()
                .map(LeafChange::path)
                .collect(Collectors.toSet());
        return JsonDifference.between(edit.before(), written).changes().stream()
                .filter(leaf -> !touched.contains(leaf.path()))
                .map(leaf -> new Draft(change(edit, leaf), edit.nodeKey(), edit.sequence() - 1))
                .toList();
    }

    private static InputChange change(Edit edit, LeafChange leaf) {
        InputHistory.Version version = edit.version();
        return new InputChange(
                new InputChange.Place(InputChange.Source.NODE, edit.nodeId(), List.of(), ""),
                leaf,
                new InputChange.UsedVersion(version.versionId(), true, null, version.isValidated(), null),
                new InputChange.Authorship(
                        version.isInitial(), version.changedBy(), version.changedAt(), version.changedAt()),
                InputChange.Seen.NOTHING);
    }
}
