package scenariorca.simulator.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run.
 *
 * @param status how it ended
 * @param failReason the platform's message; null on success
 * @param exception class of the exception behind it; null on success and after a timeout
 * @param failingNode the first node that failed by itself; null when none was reached
 * @param milliseconds how long it took
 * @param startYear first year of the forecast; 0 when the horizon was never read
 * @param branches one per event tag that was begun
 */
public record RunResult(
        Status status,
        @Nullable String failReason,
        @Nullable String exception,
        @Nullable EngineNode failingNode,
        long milliseconds,
        int startYear,
        List<Branch> branches) {

    public RunResult {
        branches = List.copyOf(branches);
    }

    public boolean isSuccess() {
        return status == Status.SUCCESS;
    }

    /** How a run or a node ended, with the platform's words for it. */
    public enum Status {
        SUCCESS("success"),
        FAILED("failed"),
        TIMEOUT("timeout"),
        /** Never begun, because a node it reads has no result. */
        SKIPPED("skipped"),
        /** Begun and never ended: the engine died. */
        ABANDONED("in progress");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** The node calculations of one branch, in the order they were done. */
    public record Branch(String tag, List<Calculation> calculations) {}

    /**
     * One node in one branch.
     *
     * @param startMs milliseconds after the run began
     * @param values one per year; null without a result
     * @param reason why it failed; null otherwise
     * @param exception class of the exception; null when it only lacks another node's result
     */
    public record Calculation(
            EngineNode node,
            Status status,
            long startMs,
            long endMs,
            double @Nullable [] values,
            @Nullable String reason,
            @Nullable String exception) {}
}
