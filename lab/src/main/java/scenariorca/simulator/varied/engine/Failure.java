package scenariorca.simulator.varied.engine;

import java.util.Map;

/**
 * Why a node failed, before any voice tells it.
 *
 * @param facts what can be said of it, by name: path, value, limit, period, quantity, feed, count, expected
 */
public record Failure(FailureKind kind, Map<String, String> facts) {
    public Failure {
        facts = Map.copyOf(facts);
    }

    /** Ends the computation of a node. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Failure failure;

        Stop(Failure failure) {
            super(failure.kind().word(), null, false, false);
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }
}
