package scenariorca.diagnosis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence for or against a suspect, which one can open.
 *
 * @param term what kind of evidence
 * @param logOdds what it adds to the score, to three decimals; negative when it speaks for the suspect's innocence
 * @param text the evidence as a sentence
 * @param hits n of "n of N"; null when it is no count
 * @param of N of "n of N"; null when it is no count
 * @param logKeys log events that show it
 * @param runIds runs that show it
 * @param joint what it has in common with the evidence of another suspect, without which it would be none; null when it stands
 *     alone. Not told to others: an internal name
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EvidenceRow(
        EvidenceTerm term,
        double logOdds,
        String text,
        @Nullable Integer hits,
        @Nullable Integer of,
        List<Long> logKeys,
        List<String> runIds,
        @JsonIgnore @Nullable String joint) {
    public EvidenceRow {
        logKeys = List.copyOf(logKeys);
        runIds = List.copyOf(runIds);
    }

    EvidenceRow worth(double worth) {
        return new EvidenceRow(term, worth, text, hits, of, logKeys, runIds, joint);
    }
}
