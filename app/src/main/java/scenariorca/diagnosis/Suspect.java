package scenariorca.diagnosis;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.LeafChange;
import scenariorca.scenario.NodeId;

/**
 * A cause that is possible, on one scale with all others.
 *
 * @param rank from 1
 * @param verdictClass what kind of thing it is
 * @param title as a person names it. Example: {@code market_share of Treatment Share}
 * @param nodeId the node of an input; null for anything else
 * @param nodeName its name; null for anything else
 * @param input path of the input, array identities removed; null for anything else
 * @param leaves leaves of that input that differ; 0 for anything else
 * @param change the leaf that speaks loudest; null for anything else
 * @param changedBy who gave it its value; null for anything else
 * @param changedAt when; null for anything else
 * @param versionId the input version the run used; null for anything else
 * @param probability 0 to 1, to four decimals
 * @param score log-odds, to three decimals
 * @param evidence what speaks for it and against it, the strongest first
 */
public record Suspect(
        int rank,
        @JsonProperty("class") VerdictClass verdictClass,
        String title,
        @Nullable NodeId nodeId,
        @Nullable String nodeName,
        @Nullable String input,
        int leaves,
        @Nullable LeafChange change,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        @Nullable UUID versionId,
        double probability,
        double score,
        List<EvidenceRow> evidence) {
    /** Log-odds of evidence that is more than a coincidence: more than a factor of 100 alone. */
    private static final double SPECIFIC = 1.5;

    public Suspect {
        evidence = List.copyOf(evidence);
    }

    /** Whether something speaks for it beyond where it sits, how much it changed and when. */
    boolean isSpecific() {
        double specific = 0;
        for (EvidenceRow row : evidence) {
            specific += row.logOdds() > 0 && row.term().isSpecific() ? row.logOdds() : 0;
        }
        return specific >= SPECIFIC;
    }

    boolean has(EvidenceTerm term) {
        return evidence.stream().anyMatch(row -> row.term() == term && row.logOdds() > 0);
    }
}
