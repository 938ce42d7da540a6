package scenariorca.journey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a user did, as far as sessions and metrics need it.
 *
 * @param at when
 * @param type what. Example: edit_input_data
 * @param scenario the scenario it was done to; null when it concerned none
 * @param success whether it worked; null when nothing tells
 */
public record Action(
        Instant at,
        String type,
        @Nullable UUID scenario,
        @Nullable Boolean success) {

    /** Whether it is known to have failed. */
    public boolean hasFailed() {
        return Boolean.FALSE.equals(success);
    }
}
