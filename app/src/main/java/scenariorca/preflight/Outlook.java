package scenariorca.preflight;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.evidence.BrokenRule;
import scenariorca.diagnosis.evidence.GraphChange;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.RunFacts;

/**
 * All that is known before a run that could be started now.
 *
 * @param run the run that could be
 * @param baseline the run it is compared with: the last that worked, else a comparable one
 * @param changes leaves that differ from the baseline
 * @param broken rules that inputs kept in the baseline and no longer keep
 * @param graph differences of the model since the baseline
 * @param lately how runs went lately
 * @param duration how long runs of the scenario take
 */
public record Outlook(
        RunFacts run,
        Baseline baseline,
        List<InputChange> changes,
        List<BrokenRule> broken,
        List<GraphChange> graph,
        Lately lately,
        Duration duration) {
    public Outlook {
        changes = List.copyOf(changes);
        broken = List.copyOf(broken);
        graph = List.copyOf(graph);
    }

    /**
     * How runs went.
     *
     * @param lastRunId the scenario's last finished run; null without one
     * @param hasLastFailed whether it failed or timed out
     * @param lastClass class of its verdict; null without one
     * @param isSuspectUnchanged whether the input its verdict suspects most stands as it was
     * @param hasChangedSinceLast whether an input was changed since
     * @param ownRuns finished runs of the scenario looked at, 10 at most
     * @param ownFailures those of them that failed
     * @param hasWorked whether one of its last 20 succeeded
     * @param others other scenarios that ran in the last two hours
     */
    public record Lately(
            @Nullable UUID lastRunId,
            boolean hasLastFailed,
            @Nullable String lastClass,
            boolean isSuspectUnchanged,
            boolean hasChangedSinceLast,
            int ownRuns,
            int ownFailures,
            boolean hasWorked,
            Others others) {}

    /**
     * Other scenarios in the last two hours.
     *
     * @param scenarios those that ran
     * @param failing those of which a run failed
     * @param failingOfModel those of these that belong to the same model
     */
    public record Others(int scenarios, int failing, int failingOfModel) {}

    /**
     * Seconds that successful runs took; null without any.
     *
     * @param usual median
     * @param slow nine of ten were quicker
     */
    public record Duration(@Nullable Double usual, @Nullable Double slow) {}
}
