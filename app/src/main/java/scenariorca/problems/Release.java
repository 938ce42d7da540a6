package scenariorca.problems;

import java.time.Instant;

/**
 * A release of the platform or a publication of a model.
 *
 * @param modelKey the model published; -1 for the platform
 */
public record Release(int key, int modelKey, Instant releasedAt) {
    boolean isOfPlatform() {
        return modelKey == -1;
    }
}
