package scenariorca.errors;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A kind of error line, learnt without knowing the others: what decides its pattern, and what decides its category. Any number of
 * classifiers may learn apart, and one learn of their kinds what it would have learnt of all their lines.
 *
 * @param refinement the masked message, and what makes it finer
 * @param sample the smallest of its messages, bounded
 */
public record ErrorKind(Refinement refinement, String sample) {
    /** The same for the same refinement, wherever it was learnt. */
    public UUID id() {
        return UUID.nameUUIDFromBytes(refinement.toString().getBytes(StandardCharsets.UTF_8));
    }
}
