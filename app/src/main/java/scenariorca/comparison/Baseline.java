package scenariorca.comparison;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.RunId;

/**
 * The run another run is compared with, and why that one.
 *
 * @param kind how it was found
 * @param runId the run; null for initial_values
 * @param startedAt when it started; null for initial_values
 * @param firstFailureId first run with the same error pattern in the unbroken row of failures of this scenario that ends
 *     in the run explained; that run itself when it is the first. Null when the run explained did not fail
 * @param firstFailureAt when that run started
 * @param failures runs in that row, the run explained included; 0 when it did not fail
 */
public record Baseline(
        Kind kind,
        @Nullable RunId runId,
        @Nullable Instant startedAt,
        @Nullable RunId firstFailureId,
        @Nullable Instant firstFailureAt,
        int failures) {
    /** How a baseline was found. */
    public enum Kind {
        /** The last successful run of the same scenario before it. */
        LAST_SUCCESS("last successful run of this scenario"),
        /** No success yet: the nearest successful run of the same model's starter scenario. */
        STARTER_RUN("no earlier success of this scenario; compared with the starter scenario of its model"),
        /** No success yet, no starter: the nearest successful run of another scenario of the same model. */
        COMPARABLE_RUN("no earlier success of this scenario; compared with another scenario of its model"),
        /** Nothing of the model ever succeeded: the values the scenario was created with. */
        INITIAL_VALUES("no successful run of this model; compared with the values the scenario was created with");

        private final String reason;

        Kind(String reason) {
            this.reason = reason;
        }

        /** As written in JSON. Example: {@code last_success}. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Why this run was chosen, as a person reads it. */
        public String reason() {
            return reason;
        }
    }
}
