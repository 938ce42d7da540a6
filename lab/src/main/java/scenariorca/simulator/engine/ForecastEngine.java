package scenariorca.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import scenariorca.simulator.engine.RunResult.Branch;
import scenariorca.simulator.engine.RunResult.Status;

/** Computes a scenario: every node of every branch, in the order of the graph, until something fails. */
public final class ForecastEngine {
    /** The longest a run may take. */
    static final long LIMIT_MS = 900_000;

    private static final long STARTUP_MS = 900;

    private ForecastEngine() {}

    /** Runs a job. Never throws: what goes wrong is the result. */
    public static RunResult run(StandardJob job) {
        try {
            int[] order = prepare(job);
            return compute(job, order);
        } catch (PlatformFailure failure) {
            return stillborn(String.valueOf(failure.getMessage()), failure.exceptionName());
        } catch (IllegalStateException cycle) {
            return stillborn(String.valueOf(cycle.getMessage()), "com.forecast.engine.ModelException");
        }
    }

    /** Whether a job succeeds. */
    public static boolean succeeds(StandardJob job) {
        return run(job).isSuccess();
    }

    private static int[] prepare(StandardJob job) {
        if (!job.conditions().hasCredential()) {
            throw new PlatformFailure(
                    "software.amazon.awssdk.services.s3.model.S3Exception",
                    "The provided token has expired (Service: S3, Status Code: 400)");
        }
        return job.graph().order();
    }

    private static RunResult stillborn(String message, String exception) {
        return new RunResult(Status.FAILED, message, exception, null, STARTUP_MS, 0, List.of());
    }

    private static RunResult compute(StandardJob job, int[] order) {
        var branches = new ArrayList<Branch>();
        var first = new ArrayList<RunResult.Calculation>();
        long elapsed = STARTUP_MS;
        int startYear = 0;
        for (String tag : job.events().isEmpty()
                ? List.of(StandardJob.WITHOUT_EVENTS)
                : List.of(StandardJob.WITHOUT_EVENTS, StandardJob.WITH_EVENTS)) {
            var walk = new BranchWalk(job, tag.equals(StandardJob.WITH_EVENTS), elapsed);
            Status end = walk.walk(order);
            branches.add(new Branch(tag, walk.calculations()));
            elapsed = walk.elapsed();
            startYear = walk.startYear();
            if (end == Status.TIMEOUT) {
                return new RunResult(
                        Status.TIMEOUT,
                        "Run exceeded the time limit of " + LIMIT_MS / 1000 + " s",
                        null,
                        walk.culprit().node(),
                        elapsed,
                        startYear,
                        branches);
            }
            if (end == Status.ABANDONED) {
                var last = walk.culprit();
                return new RunResult(
                        Status.FAILED, last.reason(), last.exception(), last.node(), elapsed, startYear, branches);
            }
            if (end == Status.FAILED) {
                first.add(walk.culprit());
            }
        }
        if (first.isEmpty()) {
            return new RunResult(Status.SUCCESS, null, null, null, elapsed + 400, startYear, branches);
        }
        var culprit = first.getFirst();
        String reason = "Node '%s' failed: %s".formatted(culprit.node().name(), culprit.reason());
        return new RunResult(
                Status.FAILED, reason, culprit.exception(), culprit.node(), elapsed + 300, startYear, branches);
    }
}
