package scenariorca.pipeline;

import java.util.Optional;
import java.util.UUID;

/** What a load is to read. */
public sealed interface LoadRequest {
    /** The word for it in {@code etl_run.mode}. */
    String mode();

    /** Everything the source holds. */
    record Full() implements LoadRequest {
        @Override
        public String mode() {
            return "full";
        }
    }

    /** What changed since the watermarks, with an overlap; everything of a table that has no watermark yet. */
    record Incremental() implements LoadRequest {
        @Override
        public String mode() {
            return "incremental";
        }
    }

    /** Everything of one scenario. */
    record OneScenario(UUID scenarioId) implements LoadRequest {
        @Override
        public String mode() {
            return "scenario";
        }
    }

    /** Log events alone. */
    record LogsOnly() implements LoadRequest {
        @Override
        public String mode() {
            return "logs";
        }
    }

    /** The scenario to restrict the load to, if any. */
    default Optional<UUID> scenario() {
        return this instanceof OneScenario one ? Optional.of(one.scenarioId()) : Optional.empty();
    }
}
