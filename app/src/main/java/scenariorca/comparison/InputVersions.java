package scenariorca.comparison;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.InputHistory.Version;
import scenariorca.scenario.NodeId;

/**
 * The versions of one input that two runs used, and those between.
 *
 * @param nodeId the node; for an event the node it acts on
 * @param nodeName the node's name
 * @param owner empty for a node input, the event type's name for an event
 * @param hashes of the JSON of the two versions
 * @param before the version the first run used; null when it used none
 * @param after the version the second run used; null when it used none
 * @param between the versions written after the earlier of the two and before the later, in any order
 */
public record InputVersions(
        NodeId nodeId,
        String nodeName,
        String owner,
        Hashes hashes,
        @Nullable Version before,
        @Nullable Version after,
        List<Version> between) {
    static final Comparator<InputVersions> ORDER = Comparator.comparing(InputVersions::nodeName)
            .thenComparing(InputVersions::nodeId)
            .thenComparing(InputVersions::owner);

    /** Null where the run used none, and for events. */
    public record Hashes(@Nullable String before, @Nullable String after) {
        public static final Hashes NONE = new Hashes(null, null);
    }

    public InputVersions {
        between = List.copyOf(between);
    }
}
