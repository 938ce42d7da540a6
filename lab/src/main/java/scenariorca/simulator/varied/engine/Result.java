package scenariorca.simulator.varied.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run.
 *
 * @param failing index of the first node that failed by itself; -1 when none did
 * @param failure why; null when it did not fail
 */
public record Result(Status status, int failing, @Nullable Failure failure, long tookMs, List<Branch> branches) {
    public Result {
        branches = List.copyOf(branches);
    }

    public boolean isSuccess() {
        return status == Status.SUCCESS;
    }

    /** How a run or a calculation ended. */
    public enum Status {
        SUCCESS,
        FAILED,
        TIMEOUT,
        SKIPPED,
        /** Begun, and never heard of again. */
        ABANDONED
    }

    /** The calculations of a branch, in the order they were done. */
    public record Branch(String tag, List<Calculation> calculations) {}

    /**
     * One node in one branch.
     *
     * @param values one a period; null without a result
     * @param failure why it failed; null otherwise
     */
    public record Calculation(
            Node node,
            Status status,
            long startMs,
            long endMs,
            double @Nullable [] values,
            @Nullable Failure failure) {}
}
