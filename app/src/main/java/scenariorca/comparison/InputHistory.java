package scenariorca.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who changed which leaf, and when, between two versions of an input that are several edits apart. */
public final class InputHistory {
    private InputHistory() {}

    /**
     * A version of an input. Source: fact_scenario_input_change or fact_event_input_change.
     *
     * @param versionId node_data_id or event_data_id
     * @param input input_data or event_data; null when missing
     * @param isInitial written when the scenario was created
     * @param isValidated null when unknown
     * @param changedBy user who wrote it
     * @param changedAt when
     */
    public record Version(
            UUID versionId,
            @Nullable JsonNode input,
            boolean isInitial,
            @Nullable Boolean isValidated,
            String changedBy,
            Instant changedAt) {
        static final Comparator<Version> ORDER = Comparator.comparing(Version::changedAt)
                .thenComparing(version -> version.versionId().toString());
    }

    /**
     * A leaf that differs, and the versions that made it so.
     *
     * @param leaf what differs between the first and the last version
     * @param setBy the version that gave the leaf its present value
     * @param differsSince when a version first touched the leaf
     */
    public record Attributed(LeafChange leaf, Version setBy, Instant differsSince) {}

    /**
     * The leaves that differ between a version and the last of those that followed it, each with who set it.
     *
     * @param before the version to start from; null when the input did not exist
     * @param later the versions after it up to and including the one to compare with, in any order
     * @return in the order of {@link JsonDifference}; empty without later versions
     */
    public static List<Attributed> changes(@Nullable JsonNode before, List<Version> later) {
        if (later.isEmpty()) {
            return List.of();
        }
        List<Version> ordered = later.stream().sorted(Version.ORDER).toList();
        Version last = ordered.getLast();
        JsonDifference difference = JsonDifference.between(before, last.input());
        if (ordered.size() == 1) {
            return difference.changes().stream()
                    .map(leaf -> new Attributed(leaf, last, last.changedAt()))
                    .toList();
        }
        Map<String, Instant> since = new HashMap<>();
        Map<String, Version> setBy = new HashMap<>();
        walk(before, ordered, setBy, since);
        List<Attributed> attributed = new ArrayList<>();
        for (LeafChange leaf : difference.changes()) {
            // A path the steps do not name (an array matched another way): the last version answers for it.
            Version version = setBy.getOrDefault(leaf.path(), last);
            attributed.add(new Attributed(leaf, version, since.getOrDefault(leaf.path(), version.changedAt())));
        }
        return List.copyOf(attributed);
    }

    /** Who last set each leaf that any of the versions changed, by path. */
    static Map<String, Version> authors(@Nullable JsonNode before, List<Version> later) {
        Map<String, Version> setBy = new HashMap<>();
        walk(before, later.stream().sorted(Version.ORDER).toList(), setBy, new HashMap<>());
        return setBy;
    }

    private static void walk(
            @Nullable JsonNode before, List<Version> ordered, Map<String, Version> setBy, Map<String, Instant> since) {
        JsonNode previous = before;
        for (Version version : ordered) {
            for (LeafChange step :
                    JsonDifference.between(previous, version.input()).changes()) {
                setBy.put(step.path(), version);
                since.putIfAbsent(step.path(), version.changedAt());
            }
            previous = version.input();
        }
    }
}
