package scenariorca.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.InputHistory;
import scenariorca.warehouse.Snapshot;
import tools.jackson.databind.JsonNode;

/**
 * Inputs of nodes as somebody would have them, not saved anywhere.
 *
 * @param byNode the whole input of a node, by its id
 * @param by who would
 */
public record TypedInputs(Map<UUID, JsonNode> byNode, String by) {
    public static final TypedInputs NONE = new TypedInputs(Map.of(), "");

    public TypedInputs {
        byNode = Map.copyOf(byNode);
    }

    /** The stories with the typed versions as the last of each; a node whose input is unchanged so far gets a story. */
    List<InputTimelines.Story> added(Snapshot snapshot, DiagnosedRun run, List<InputTimelines.Story> stories) {
        if (byNode.isEmpty()) {
            return stories;
        }
        var left = new HashMap<>(byNode);
        var all = new ArrayList<InputTimelines.Story>();
        for (InputTimelines.Story story : stories) {
            @Nullable
            JsonNode typed = story.any().isEvent()
                    ? null
                    : left.remove(story.any().nodeId().value());
            all.add(typed == null ? story : with(story.before(), story.later(), story.any(), typed, run.startedAt()));
        }
        snapshot.query("report/preflight/current_inputs.sql")
                .with("scenario_key", run.scenarioKey())
                .with("started_at", run.startedAt())
                .withAny(
                        "node_ids",
                        left.keySet().stream().map(UUID::toString).sorted().toList())
                .list(InputVersion::of)
                .forEach(now -> all.add(with(
                        now,
                        List.of(),
                        now,
                        java.util.Objects.requireNonNull(
                                left.remove(now.nodeId().value())),
                        run.startedAt())));
        return all;
    }

    private InputTimelines.Story with(
            @Nullable InputVersion before, List<InputVersion> later, InputVersion like, JsonNode typed, Instant at) {
        var versions = new ArrayList<InputVersion>();
        later.forEach(version -> versions.add(version.used(false)));
        versions.add(like.typed(new InputHistory.Version(new UUID(0, 0), typed, false, null, by, at)));
        return new InputTimelines.Story(before, versions);
    }
}
