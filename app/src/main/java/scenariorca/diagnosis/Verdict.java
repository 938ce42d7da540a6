package scenariorca.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
 * Why a run went wrong, as far as the evidence shows. The same evidence gives the same verdict, bit for bit. In JSON its parts
 * are one object.
 *
 * @param subject the run
 * @param about what there was to explain
 * @param answer what the cause is
 * @param place where it went wrong, and what it is compared with
 * @param lineup who is suspected, and who is cleared
 * @param remedy what to do
 * @param likewise other runs that failed the same way
 * @param proof how much of the evidence was there
 */
public record Verdict(
        @JsonUnwrapped Subject subject,
        About about,
        @JsonUnwrapped Answer answer,
        @JsonUnwrapped Place place,
        @JsonUnwrapped Lineup lineup,
        @JsonUnwrapped Remedy remedy,
        @JsonUnwrapped Likewise likewise,
        @JsonUnwrapped Proof proof) {
    /**
     * The run.
     *
     * @param runId the run
     * @param scenarioName its scenario
     * @param startedAt when it started
     * @param slowDown how long it took against what is usual; null when nothing is usual
     * @param lifecycle what became of the scenario, when that may be what the question was; null otherwise
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Subject(
            RunId runId,
            String scenarioName,
            Instant startedAt,
            @Nullable SlowDown slowDown,
            @Nullable String lifecycle) {}

    /**
     * What the cause is.
     *
     * @param verdictClass what kind of thing the cause is; unknown when the evidence does not show it
     * @param probability of that class, 0 to 1, to four decimals
     * @param headline the verdict as a person would say it
     * @param causes the suspects named as the cause: one, or two that belong together; none when it is not certain enough
     * @param classProbabilities probability of each class, to four decimals
     */
    public record Answer(
            @JsonProperty("class") VerdictClass verdictClass,
            double probability,
            String headline,
            List<Suspect> causes,
            Map<VerdictClass, Double> classProbabilities) {}

    /**
     * Where it went wrong.
     *
     * @param firstFailures where it went wrong first
     * @param outputs nodes on the way to it whose output moved most against what is usual, those it began at first
     * @param baseline the run it is compared with; null without one
     * @param baselineReason why that one
     * @param logLines what the run's log says went wrong, errors first; none when the log says nothing that runs which
     *     succeed do not say
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Place(
            List<FailingNode> firstFailures,
            List<OutputMove> outputs,
            @Nullable Baseline baseline,
            String baselineReason,
            List<LoggedLine> logLines) {}

    /**
     * Who is suspected, and who is cleared.
     *
     * @param suspects the first of those left, in order of probability
     * @param suspectCount how many are left in all
     * @param cleared the first of those cleared, each with its reason
     * @param clearedByReason how many were cleared in all, by reason
     */
    public record Lineup(
            List<Suspect> suspects,
            int suspectCount,
            List<Cleared> cleared,
            Map<ClearReason, Integer> clearedByReason) {}

    /**
     * What to do.
     *
     * @param fixes what made this error go away before, at nodes that the run's model has too, the most frequent first
     * @param putBack the smallest set of inputs to put back
     * @param wouldDecide what would make it certain; empty when a cause is named
     */
    public record Remedy(List<Fix> fixes, PutBack putBack, List<String> wouldDecide) {}

    /**
     * Other runs that failed the same way.
     *
     * @param similar other runs that failed the same way, the latest first
     * @param fingerprint of the error pattern of the run's reason; null without one
     * @param failedThisWay runs of any scenario that failed this way in the month around, this one included
     * @param scenariosThisWay scenarios of these
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Likewise(
            List<SimilarFailure> similar, @Nullable String fingerprint, int failedThisWay, int scenariosThisWay) {}

    /**
     * How much of the evidence was there.
     *
     * @param completeness how much of the evidence was there
     * @param completenessText the same as a sentence
     * @param evidenceHash SHA-256 of the evidence, in hexadecimal
     */
    public record Proof(Completeness completeness, String completenessText, String evidenceHash) {}

    public RunId runId() {
        return subject.runId();
    }

    public VerdictClass verdictClass() {
        return answer.verdictClass();
    }

    public String headline() {
        return answer.headline();
    }

    public List<Suspect> causes() {
        return answer.causes();
    }

    public List<Suspect> suspects() {
        return lineup.suspects();
    }

    public List<FailingNode> firstFailures() {
        return place.firstFailures();
    }

    public @Nullable Baseline baseline() {
        return place.baseline();
    }

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
