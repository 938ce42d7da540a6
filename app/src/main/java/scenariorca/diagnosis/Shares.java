package scenariorca.diagnosis;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;

/**
 * A suspect as weights are fitted on it.
 *
 * @param verdictClass what kind of thing it is
 * @param nodeId the node of an input; null for anything else
 * @param input path of the input, array identities removed; null for anything else
 * @param terms share of each term that speaks of it, 0 to 1; those of 0 left out
 */
public record Shares(
        VerdictClass verdictClass,
        @Nullable NodeId nodeId,
        @Nullable String input,
        Map<EvidenceTerm, Double> terms) {
    public Shares {
        terms = Map.copyOf(terms);
    }

    static Shares of(Ranking.Scored scored) {
        Candidate candidate = scored.candidate();
        return new Shares(
                scored.verdictClass(),
                candidate == null ? null : candidate.first().nodeId(),
                candidate == null ? null : candidate.input(),
                scored.card().shares());
    }
}
