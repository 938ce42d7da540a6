package scenariorca.diagnosis;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.evidence.Completeness;
import scenariorca.diagnosis.evidence.SimilarFailure;
import scenariorca.diagnosis.evidence.SlowDown;
import scenariorca.scenario.RunId;

/**
 * Why a run went wrong, as far as the evidence shows. The same evidence gives the same verdict, bit for bit.
 *
 * @param runId the run
 * @param scenarioName its scenario
 * @param startedAt when it started
 * @param about what there was to explain
 * @param verdictClass what kind of thing the cause is; unknown when the evidence does not show it
 * @param probability of that class, 0 to 1, to four decimals
 * @param headline the verdict as a person would say it
 * @param causes the suspects named as the cause: one, or two that belong together; none when it is not certain enough
 * @param firstFailures where it went wrong first
 * @param baseline the run it is compared with; null without one
 * @param baselineReason why that one
 * @param classProbabilities probability of each class, to four decimals
 * @param suspects the first of those left, in order of probability
 * @param suspectCount how many are left in all
 * @param cleared the first of those cleared, each with its reason
 * @param clearedByReason how many were cleared in all, by reason
 * @param fixes what made this error go away before, the most frequent first
 * @param putBack the smallest set of inputs to put back
 * @param wouldDecide what would make it certain; empty when a cause is named
 * @param logLines what the run's log says went wrong, errors first; none when the log says nothing that runs which succeed
 *     do not say
 * @param similar other runs that failed the same way, the latest first
 * @param fingerprint of the error pattern of the run's reason; null without one
 * @param failedThisWay runs of any scenario that failed this way in the month around, this one included
 * @param scenariosThisWay scenarios of these
 * @param slowDown how long it took against what is usual; null when nothing is usual
 * @param lifecycle what became of the scenario, when that may be what the question was; null otherwise
 * @param completeness how much of the evidence was there
 * @param completenessText the same as a sentence
 * @param evidenceHash SHA-256 of the evidence, in hexadecimal
 */
public record Verdict(
        RunId runId,
        String scenarioName,
        Instant startedAt,
        About about,
        @JsonProperty("class") VerdictClass verdictClass,
        double probability,
        String headline,
        List<Suspect> causes,
        List<FailingNode> firstFailures,
        @Nullable Baseline baseline,
        String baselineReason,
        Map<VerdictClass, Double> classProbabilities,
        List<Suspect> suspects,
        int suspectCount,
        List<Cleared> cleared,
        Map<ClearReason, Integer> clearedByReason,
        List<Fix> fixes,
        PutBack putBack,
        List<String> wouldDecide,
        List<LoggedLine> logLines,
        List<SimilarFailure> similar,
        @Nullable String fingerprint,
        int failedThisWay,
        int scenariosThisWay,
        @Nullable SlowDown slowDown,
        @Nullable String lifecycle,
        Completeness completeness,
        String completenessText,
        String evidenceHash) {
    /** What there was to explain. */
    public enum About {
        FAILURE,
        SLOWNESS,
        /** It succeeded in its usual time. */
        NOTHING,
        /** It has not ended. */
        RUNNING;

        /** As written in JSON. Example: {@code failure}. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
