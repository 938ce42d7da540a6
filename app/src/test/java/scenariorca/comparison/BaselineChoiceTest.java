package scenariorca.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static scenariorca.scenario.RunOutcome.FAILED;
import static scenariorca.scenario.RunOutcome.IN_PROGRESS;
import static scenariorca.scenario.RunOutcome.SUCCESS;
import static scenariorca.scenario.RunOutcome.TIMEOUT;
import static scenariorca.scenario.RunOutcome.UNKNOWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import scenariorca.scenario.RunId;
import scenariorca.scenario.RunOutcome;
import scenariorca.scenario.ScenarioId;

final class BaselineChoiceTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    @Test
    void the_baseline_is_the_last_success_before_and_the_row_of_failures_starts_after_it() {
        List<RunSummary> own = runs(SUCCESS, FAILED, SUCCESS, FAILED, IN_PROGRESS, TIMEOUT, FAILED, SUCCESS);

        Baseline baseline = BaselineChoice.choose(own.get(6), own, List.of());

        assertThat(baseline.kind()).isEqualTo(Baseline.Kind.LAST_SUCCESS);
        assertThat(baseline.runId()).isEqualTo(own.get(2).runId());
        assertThat(baseline.firstFailureId()).isEqualTo(own.get(3).runId());
        assertThat(baseline.failures()).isEqualTo(3);
    }

    @Test
    void a_failure_of_another_pattern_does_not_begin_this_one() {
        List<RunSummary> own = new ArrayList<>(runs(SUCCESS));
        own.add(run(1, 1, FAILED, "outage", false));
        own.add(run(2, 1, FAILED, "shares", false));
        own.add(run(3, 1, FAILED, "shares", false));

        Baseline baseline = BaselineChoice.choose(own.get(3), own, List.of());

        assertThat(baseline.firstFailureId()).isEqualTo(own.get(2).runId());
        assertThat(baseline.failures()).isEqualTo(3);
    }

    @Test
    void a_successful_run_has_a_baseline_and_no_failures() {
        List<RunSummary> own = runs(SUCCESS, FAILED, SUCCESS);

        Baseline baseline = BaselineChoice.choose(own.get(2), own, List.of());

        assertThat(baseline.runId()).isEqualTo(own.get(0).runId());
        assertThat(baseline.failures()).isZero();
        assertThat(baseline.firstFailureId()).isNull();
    }

    @Test
    void without_a_success_the_starter_scenario_comes_before_a_nearer_run_and_it_is_said() {
        List<RunSummary> own = runs(FAILED, FAILED);
        RunSummary near = run(1, 2, SUCCESS, null, false);
        RunSummary starter = run(90, 3, SUCCESS, null, true);
        RunSummary failedStarter = run(2, 3, FAILED, null, true);

        Baseline byStarter = BaselineChoice.choose(own.get(1), own, List.of(near, failedStarter, starter));
        Baseline byNearest = BaselineChoice.choose(own.get(1), own, List.of(near));
        Baseline byNothing = BaselineChoice.choose(own.get(1), own, List.of(failedStarter));

        assertThat(byStarter.runId()).isEqualTo(starter.runId());
        assertThat(byStarter.kind().reason()).startsWith("no earlier success");
        assertThat(byNearest.kind()).isEqualTo(Baseline.Kind.COMPARABLE_RUN);
        assertThat(byNothing.kind()).isEqualTo(Baseline.Kind.INITIAL_VALUES);
        assertThat(byNothing.runId()).isNull();
        assertThat(byNothing.failures()).isEqualTo(2);
    }

    @Test
    void the_edge_is_the_last_working_and_the_first_failing_run() {
        List<RunSummary> own = runs(FAILED, SUCCESS, UNKNOWN, TIMEOUT, FAILED, IN_PROGRESS);

        BaselineChoice.Edge edge = BaselineChoice.edge(own).orElseThrow();

        assertThat(edge.lastWorking()).isEqualTo(own.get(1));
        assertThat(edge.firstFailing()).isEqualTo(own.get(3));
        assertThat(edge.failures()).isEqualTo(2);
        assertThat(BaselineChoice.edge(runs(FAILED, SUCCESS))).isEmpty();
        assertThat(BaselineChoice.edge(List.of())).isEmpty();
        assertThat(BaselineChoice.edge(runs(FAILED)).orElseThrow().lastWorking())
                .isNull();
    }

    @Test
    void the_order_in_which_runs_are_given_is_nothing() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            RunOutcome[] outcomes = new RunOutcome[2 + random.nextInt(8)];
            for (int index = 0; index < outcomes.length; index++) {
                outcomes[index] = RunOutcome.values()[random.nextInt(RunOutcome.values().length)];
            }
            List<RunSummary> own = runs(outcomes);
            RunSummary run = own.get(random.nextInt(own.size()));
            List<RunSummary> shuffled = new ArrayList<>(own);
            Collections.shuffle(shuffled, random);

            assertThat(BaselineChoice.choose(run, shuffled, shuffled))
                    .as("seed %d", seed)
                    .isEqualTo(BaselineChoice.choose(run, own, own));
            assertThat(BaselineChoice.edge(shuffled)).as("seed %d", seed).isEqualTo(BaselineChoice.edge(own));
        }
    }

    /** Runs of one scenario, an hour apart. */
    private static List<RunSummary> runs(RunOutcome... outcomes) {
        List<RunSummary> runs = new ArrayList<>();
        for (int index = 0; index < outcomes.length; index++) {
            runs.add(run(index, 1, outcomes[index], null, false));
        }
        return runs;
    }

    private static RunSummary run(
            int hour, int scenario, RunOutcome outcome, @Nullable String fingerprint, boolean isStarter) {
        return new RunSummary(
                new RunId(new UUID(scenario, hour)),
                new ScenarioId(new UUID(0, scenario)),
                outcome,
                fingerprint,
                isStarter,
                true,
                START.plusSeconds(3_600L * hour));
    }
}
