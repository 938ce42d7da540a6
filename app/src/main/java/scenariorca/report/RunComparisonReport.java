package scenariorca.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.PatternDelta;
import scenariorca.comparison.RunDelta;
import scenariorca.explanation.ComparisonReader;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.report.RunComparison.ComparedRun;
import scenariorca.warehouse.Snapshot;

/** What changed between the run that worked and the one that failed? */
public final class RunComparisonReport {
    private static final int MAX_NODE_DELTAS = 500;

    private final ReportSession inquiry;

    RunComparisonReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Which runs are compared. With one left out, the other's counterpart is found; with both, the newest failure decides.
     *
     * @param runA the baseline; null to have it found
     * @param runB the run compared with it; null to have it found
     */
    public record Question(
            UUID scenarioId, @Nullable UUID runA, @Nullable UUID runB) {
        public Question {
            if (runA != null && runA.equals(runB)) {
                throw new RcaException(
                        ErrorCode.INVALID_INPUT,
                        "A run cannot be compared with itself; give two different runs (run_a_id, run_b_id)");
            }
        }
    }

    /** With the first 500 node deltas. */
    public Answer<RunComparison> answer(Question question) {
        return answer(question, MAX_NODE_DELTAS);
    }

    /** With all node deltas. */
    public Answer<RunComparison> whole(Question question) {
        return answer(question, Integer.MAX_VALUE);
    }

    private Answer<RunComparison> answer(Question question, int nodeLimit) {
        return inquiry.ask(snapshot -> {
            ScenarioRef scenario = ScenarioRef.find(snapshot, question.scenarioId());
            RunPair pair = RunPair.choose(snapshot, scenario, question.runA(), question.runB());
            return compare(snapshot, scenario, pair, nodeLimit);
        });
    }

    private static RunComparison compare(Snapshot snapshot, ScenarioRef scenario, RunPair pair, int nodeLimit) {
        FoundRun baseline = pair.baseline();
        FoundRun candidate = pair.candidate();
        if (baseline == null || candidate == null) {
            return new RunComparison(
                    scenario.id(),
                    pair.choice(),
                    pair.message(),
                    shown(baseline),
                    shown(candidate),
                    null,
                    null,
                    null,
                    List.of(),
                    0,
                    0,
                    List.of(),
                    List.of(),
                    0);
        }
        RunDelta delta = ComparisonReader.read(snapshot, baseline.id(), candidate.id());
        return new RunComparison(
                scenario.id(),
                pair.choice(),
                pair.message(),
                shown(baseline),
                shown(candidate),
                gap(baseline, candidate),
                changesBetween(snapshot, baseline, candidate),
                delta.durationDeltaSeconds(),
                ChangedInputs.of(delta),
                delta.leftOut().inputs(),
                delta.nodes().size(),
                delta.nodes().stream().limit(nodeLimit).toList(),
                delta.patterns(),
                delta.leftOut().patterns());
    }

    /** What the log of a run has otherwise than that of another. Both must be known. */
    public Answer<List<PatternDelta>> patternDeltas(UUID runA, UUID runB) {
        return inquiry.ask(snapshot -> ComparisonReader.patterns(snapshot, runA, runB));
    }

    /**
     * The question about one or two ids somebody has at hand: two runs, a scenario, or a run, which is compared with the
     * last that worked before it.
     *
     * @throws RcaException NOT_FOUND when nothing has the id
     */
    public Question about(UUID id, @Nullable UUID second) {
        return inquiry.ask(snapshot -> {
                    if (second != null) {
                        return new Question(FoundRun.find(snapshot, id).scenarioId(), id, second);
                    }
                    return snapshot.query("report/run.sql")
                            .with("run_id", id)
                            .first(row -> new Question(row.uuid("scenario_id"), null, id))
                            .orElseGet(() -> new Question(id, null, null));
                })
                .content();
    }

    private static @Nullable ComparedRun shown(@Nullable FoundRun found) {
        return found == null ? null : found.run();
    }

    private static BigDecimal gap(FoundRun baseline, FoundRun candidate) {
        return BigDecimal.valueOf(
                Duration.between(baseline.startedAt(), candidate.startedAt()).toMillis(), 3);
    }

    /** Whichever of the two came first. */
    private static long changesBetween(Snapshot snapshot, FoundRun one, FoundRun other) {
        boolean isOrdered = one.startedAt().isBefore(other.startedAt());
        return snapshot.query("report/input_change_count.sql")
                .with("scenario_key", one.scenarioKey())
                .with("after_time", isOrdered ? one.startedAt() : other.startedAt())
                .with("until_time", isOrdered ? other.startedAt() : one.startedAt())
                .count();
    }
}
