package scenariorca.comparison;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.RunOutcome;

/** Chooses the run to compare with. */
public final class BaselineChoice {
    private BaselineChoice() {}

    /**
     * The baseline of a run.
     *
     * @param run the run to be explained
     * @param own runs of its scenario, in any order; later ones and the run itself are ignored
     * @param comparable successful runs of other scenarios of its model, in any order
     */
    public static Baseline choose(RunSummary run, List<RunSummary> own, List<RunSummary> comparable) {
        List<RunSummary> earlier = own.stream()
                .filter(other -> other.isBefore(run) && other.scenarioId().equals(run.scenarioId()))
                .sorted(RunSummary.BY_START.reversed())
                .toList();
        Optional<RunSummary> success =
                earlier.stream().filter(BaselineChoice::isSuccess).findFirst();
        Row row = rowOfFailures(run, earlier);
        if (success.isPresent()) {
            return of(Baseline.Kind.LAST_SUCCESS, success.get(), row);
        }
        return nearest(run, comparable)
                .map(other ->
                        of(other.isStarter() ? Baseline.Kind.STARTER_RUN : Baseline.Kind.COMPARABLE_RUN, other, row))
                .orElseGet(() -> of(Baseline.Kind.INITIAL_VALUES, null, row));
    }

    /**
     * The last working run and the first failing one at the edge of a scenario's current failures, for a comparison
     * nobody chose the runs of; empty when its last finished run did not fail.
     */
    public static Optional<Edge> edge(List<RunSummary> own) {
        List<RunSummary> finished = own.stream()
                .filter(run -> isSuccess(run) || run.outcome().isFailure())
                .sorted(RunSummary.BY_START.reversed())
                .toList();
        if (finished.isEmpty() || isSuccess(finished.getFirst())) {
            return Optional.empty();
        }
        List<RunSummary> failing =
                finished.stream().takeWhile(run -> !isSuccess(run)).toList();
        RunSummary working = failing.size() < finished.size() ? finished.get(failing.size()) : null;
        return Optional.of(new Edge(working, failing.getLast(), failing.size()));
    }

    /**
     * Where a scenario stopped working.
     *
     * @param lastWorking null when it never worked
     * @param firstFailing first run of the current row of failures
     * @param failures runs in that row
     */
    public record Edge(@Nullable RunSummary lastWorking, RunSummary firstFailing, int failures) {}

    private record Row(@Nullable RunSummary first, int length) {}

    /**
     * The unbroken row of failures that ends in this run, and the first of them with this run's error pattern: a failure of
     * another kind before it began something else. Unfinished runs within neither count nor break the row.
     */
    private static Row rowOfFailures(RunSummary run, List<RunSummary> earlierNewestFirst) {
        if (!run.outcome().isFailure()) {
            return new Row(null, 0);
        }
        RunSummary first = run;
        int length = 1;
        for (RunSummary earlier : earlierNewestFirst) {
            if (isSuccess(earlier)) {
                break;
            }
            if (earlier.outcome().isFailure()) {
                length++;
                first = Objects.equals(earlier.fingerprint(), run.fingerprint()) ? earlier : first;
            }
        }
        return new Row(first, length);
    }

    /** Starter scenarios first, then the same cycle, then the nearest in time; an earlier run before a later one. */
    private static Optional<RunSummary> nearest(RunSummary run, List<RunSummary> comparable) {
        return comparable.stream()
                .filter(other -> isSuccess(other) && !other.scenarioId().equals(run.scenarioId()))
                .min(Comparator.comparing((RunSummary other) -> !other.isStarter())
                        .thenComparing(other -> !other.isSameCycle())
                        .thenComparing(other -> Duration.between(other.startedAt(), run.startedAt())
                                .abs())
                        .thenComparing(RunSummary.BY_START));
    }

    private static boolean isSuccess(RunSummary run) {
        return run.outcome() == RunOutcome.SUCCESS;
    }

    private static Baseline of(Baseline.Kind kind, @Nullable RunSummary run, Row row) {
        RunSummary first = row.first();
        return new Baseline(
                kind,
                run == null ? null : run.runId(),
                run == null ? null : run.startedAt(),
                first == null ? null : first.runId(),
                first == null ? null : first.startedAt(),
                row.length());
    }
}
