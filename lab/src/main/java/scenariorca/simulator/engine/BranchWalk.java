package scenariorca.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.engine.RunResult.Calculation;
import scenariorca.simulator.engine.RunResult.Status;

/** One branch of a run: computes the nodes in order and keeps what each one came to. */
final class BranchWalk {
    /** Nodes that only lack another's result are recorded up to this many; the rest is never scheduled. */
    private static final int MOST_FOLLOWERS = 12;

    private final StandardJob job;
    private final boolean withEvents;
    private final double[] @Nullable [] values;
    private final boolean[] isSkipped;
    private final List<Calculation> calculations = new ArrayList<>();
    private @Nullable Calculation culprit;
    private long elapsed;
    private int followers;
    private int startYear;
    private int years = 1;
    private double memoryMb = 24;

    BranchWalk(StandardJob job, boolean withEvents, long elapsed) {
        this.job = job;
        this.withEvents = withEvents;
        this.elapsed = elapsed;
        this.values = new double[job.graph().size()][];
        this.isSkipped = new boolean[job.graph().size()];
    }

    List<Calculation> calculations() {
        return calculations;
    }

    long elapsed() {
        return elapsed;
    }

    int startYear() {
        return startYear;
    }

    /** The node that failed first. */
    Calculation culprit() {
        if (culprit == null) {
            throw new IllegalStateException("nothing failed");
        }
        return culprit;
    }

    /** Computes all nodes: SUCCESS, FAILED when a node failed, TIMEOUT, or ABANDONED when the platform ended it. */
    Status walk(int[] order) {
        for (int index : order) {
            EngineNode node = job.graph().nodes().get(index);
            if (lacksParent(index)) {
                follow(node);
                continue;
            }
            Status end = step(node);
            if (end == Status.TIMEOUT || end == Status.ABANDONED) {
                return end;
            }
        }
        return culprit == null ? Status.SUCCESS : Status.FAILED;
    }

    private Status step(EngineNode node) {
        long start = elapsed;
        try {
            if (node.kind() == NodeKind.HORIZON) {
                readHorizon(node);
            }
            elapsed += milliseconds(node);
            if (elapsed > ForecastEngine.LIMIT_MS) {
                elapsed = ForecastEngine.LIMIT_MS;
                end(new Calculation(node, Status.TIMEOUT, start, elapsed, null, "Time limit reached", null));
                return Status.TIMEOUT;
            }
            claimMemory();
            double[] result = node.kind().compute(cell(node));
            store(node);
            values[node.index()] = result;
            calculations.add(new Calculation(node, Status.SUCCESS, start, elapsed, result, null, null));
            return Status.SUCCESS;
        } catch (PlatformFailure failure) {
            boolean hasDied = failure.exceptionName().equals("java.lang.OutOfMemoryError");
            end(new Calculation(
                    node,
                    hasDied ? Status.ABANDONED : Status.FAILED,
                    start,
                    elapsed,
                    null,
                    failure.getMessage(),
                    failure.exceptionName()));
            return Status.ABANDONED;
        } catch (RuntimeException failure) {
            elapsed = Math.max(elapsed, start + 5);
            fail(new Calculation(
                    node,
                    Status.FAILED,
                    start,
                    elapsed,
                    null,
                    String.valueOf(failure.getMessage()),
                    failure.getClass().getName()));
            return Status.FAILED;
        }
    }

    private void readHorizon(EngineNode node) {
        int[] horizon = PatientFormulas.years(job.inputs().get(node.index()));
        startYear = horizon[0];
        years = horizon[1];
    }

    private long milliseconds(EngineNode node) {
        double slower = job.conditions().slowdown().getOrDefault(node.kind(), 1.0);
        double time = node.kind().milliseconds()
                * (0.3 + 0.07 * years)
                * slower
                * job.pace().getAsDouble();
        return Math.max(3, (long) time);
    }

    private void claimMemory() {
        memoryMb += 5 + 0.1 * Math.min(years, 60);
        if (memoryMb > job.conditions().memoryMb()) {
            throw new PlatformFailure("java.lang.OutOfMemoryError", "Engine out of memory: Java heap space");
        }
    }

    private Cell cell(EngineNode node) {
        var parents = new ArrayList<Cell.Parent>();
        for (int parent : job.graph().parents(node.index())) {
            double[] result = values[parent];
            if (result != null) {
                parents.add(new Cell.Parent(job.graph().nodes().get(parent), result));
            }
        }
        return new Cell(
                node,
                job.inputs().get(node.index()),
                startYear,
                years,
                parents,
                job.events(),
                withEvents,
                job.conditions());
    }

    /** Writes the result to its part of the result table, which another job may hold. */
    private void store(EngineNode node) {
        Conditions.Contention other = job.conditions().contention();
        if (other == null || node.index() % Conditions.Contention.BUCKETS != other.bucket()) {
            return;
        }
        throw new PlatformFailure(
                "org.postgresql.util.PSQLException",
                other.isDeadlock()
                        ? Message.of(
                                "ERROR: deadlock detected; Detail: Process %d waits for ShareLock on transaction %d",
                                20_000 + elapsed % 9973, 884_000 + elapsed % 99_991)
                        : "ERROR: could not serialize access due to concurrent update");
    }

    private boolean lacksParent(int index) {
        for (int parent : job.graph().parents(index)) {
            if (values[parent] == null && !job.graph().nodes().get(parent).isOptional()) {
                return true;
            }
        }
        return false;
    }

    /** A node without all it reads: a direct reader of the failed node fails, those behind it are skipped. */
    private void follow(EngineNode node) {
        isSkipped[node.index()] = true;
        if (followers++ >= MOST_FOLLOWERS) {
            return;
        }
        for (int parent : job.graph().parents(node.index())) {
            if (values[parent] == null && !isSkipped[parent]) {
                String reason =
                        "No result from '" + job.graph().nodes().get(parent).name() + "'";
                elapsed += 2;
                calculations.add(new Calculation(node, Status.FAILED, elapsed - 2, elapsed, null, reason, null));
                return;
            }
        }
        calculations.add(new Calculation(node, Status.SKIPPED, elapsed, elapsed, null, null, null));
    }

    /** What ends the run is its cause, whatever failed before. */
    private void end(Calculation calculation) {
        calculations.add(calculation);
        culprit = calculation;
    }

    private void fail(Calculation calculation) {
        calculations.add(calculation);
        if (culprit == null && !calculation.node().isOptional()) {
            culprit = calculation;
        }
    }
}
