package scenariorca.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a run, and what people said of that.
 *
 * @param runId the run
 * @param problemId the problem that struck it; null when none did
 * @param verdicts each verdict that said something else than the one before, the newest first, at most 100
 * @param judgements what people said of its verdict, the newest first, at most 100
 */
public record RunVerdicts(UUID runId, @Nullable String problemId, List<Said> verdicts, List<Judged> judgements) {
    public RunVerdicts {
        verdicts = List.copyOf(verdicts);
        judgements = List.copyOf(judgements);
    }

    /**
     * A verdict as it was made.
     *
     * @param verdictNo 1 for the first on the run
     * @param verdictClass input, model, platform, upstream, fluke or unknown
     * @param cause what was named as the cause, two joined by "and"; null when nothing was
     * @param firstSuspect what was ranked first; null without a suspect
     * @param probability of the class, 0 to 1
     * @param headline the verdict as a sentence
     * @param rulesVersion the rules it was made with: the program's version and a hash of the weights
     * @param evidenceHash SHA-256 of the evidence, in hexadecimal
     * @param version the version of the warehouse that first told it
     * @param changedBy what had changed since the verdict before: rules, logs, later_run, late_rows, feedback or other_runs;
     *     empty for the first
     * @param saidAt when it was made
     */
    public record Said(
            int verdictNo,
            String verdictClass,
            @Nullable String cause,
            @Nullable String firstSuspect,
            double probability,
            String headline,
            String rulesVersion,
            String evidenceHash,
            long version,
            List<String> changedBy,
            Instant saidAt) {}

    /**
     * What a person said of the verdict.
     *
     * @param actionId by which it can be taken back
     * @param judgement right or wrong
     * @param actedBy who said so
     * @param cause what the cause was, by that person; null when that was not said
     * @param causeClass the class of that cause; null when it is none of the suspects
     * @param note what that person wrote; null for nothing
     * @param actedAt when
     * @param isUndone whether it was taken back
     */
    public record Judged(
            String actionId,
            String judgement,
            String actedBy,
            @Nullable String cause,
            @Nullable String causeClass,
            @Nullable String note,
            Instant actedAt,
            boolean isUndone) {}
}
