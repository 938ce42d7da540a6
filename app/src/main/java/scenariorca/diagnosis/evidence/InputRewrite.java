package scenariorca.diagnosis.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;

/**
 * An input the two runs used different versions of, in which no leaf differs: written again, or changed and put back.
 *
 * @param nodeId the node
 * @param versionId the version this run used
 * @param wasValidated is_validated of the version the baseline used; null when unknown
 * @param isValidated is_validated of the version this run used; null when unknown
 * @param writtenBy user_id of changed_by_user_key
 * @param writtenAt changed_at
 */
public record InputRewrite(
        NodeId nodeId,
        UUID versionId,
        @Nullable Boolean wasValidated,
        @Nullable Boolean isValidated,
        String writtenBy,
        Instant writtenAt) {
    static final Comparator<InputRewrite> ORDER = Comparator.comparing(InputRewrite::nodeId)
            .thenComparing(rewrite -> rewrite.versionId().toString());
}
