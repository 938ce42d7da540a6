package scenariorca.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.LeafChange;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.scenario.NodeId;

/**
 * A cause that is possible, on one scale with all others.
 *
 * @param rank from 1
 * @param verdictClass what kind of thing it is
 * @param title as a person names it. Example: {@code market_share of Treatment Share}
 * @param target the input it is; nothing for anything else
 * @param probability 0 to 1, to four decimals
 * @param score log-odds, to three decimals
 * @param evidence what speaks for it and against it, the strongest first
 */
public record Suspect(
        int rank,
        @JsonProperty("class") VerdictClass verdictClass,
        String title,
        @JsonUnwrapped Target target,
        double probability,
        double score,
        List<EvidenceRow> evidence) {

    /**
     * An input that is suspected.
     *
     * @param nodeId the node of an input; null for anything else
     * @param nodeName its name; null for anything else
     * @param input path of the input, array identities removed; null for anything else
     * @param leaves leaves of that input that differ; 0 for anything else
     * @param change the leaf that speaks loudest; null for anything else
     * @param changedBy who gave it its value; null for anything else
     * @param changedAt when; null for anything else
     * @param versionId the input version the run used; null for anything else
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Target(
            @Nullable NodeId nodeId,
            @Nullable String nodeName,
            @Nullable String input,
            int leaves,
            @Nullable LeafChange change,
            @Nullable String changedBy,
            @Nullable Instant changedAt,
            @Nullable UUID versionId) {
        static final Target NONE = new Target(null, null, null, 0, null, null, null, null);

        static Target of(@Nullable Candidate candidate, @Nullable InputChange change, GraphReach reach) {
            if (candidate == null || change == null) {
                return NONE;
            }
            return new Target(
                    change.nodeId(),
                    reach.nameOf(change.nodeId()),
                    candidate.input(),
                    candidate.leaves().size(),
                    change.leaf(),
                    change.set().changedBy(),
                    change.set().changedAt(),
                    change.versionId());
        }
    }

    public Suspect {
        evidence = List.copyOf(evidence);
    }

    public @Nullable NodeId nodeId() {
        return target.nodeId();
    }

    public @Nullable String nodeName() {
        return target.nodeName();
    }

    public @Nullable String input() {
        return target.input();
    }

    public int leaves() {
        return target.leaves();
    }

    public @Nullable LeafChange change() {
        return target.change();
    }

    public @Nullable String changedBy() {
        return target.changedBy();
    }

    public @Nullable Instant changedAt() {
        return target.changedAt();
    }

    boolean has(EvidenceTerm term) {
        return evidence.stream().anyMatch(row -> row.term() == term && row.logOdds() > 0);
    }

    /** What its evidence has in common with that of other suspects. */
    Set<String> joints() {
        return evidence.stream()
                .map(EvidenceRow::joint)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Whether anything speaks for it beyond what surrounds any suspect. */
    boolean hasEvidence() {
        return evidence.stream().anyMatch(row -> row.logOdds() > 0 && row.term().isTelling());
    }

    /** Whether something accuses it itself: that it sits where it went wrong may be true of many. */
    boolean isAccused() {
        return evidence.stream().anyMatch(row -> row.logOdds() > 0 && JointTerms.ACCUSING.contains(row.term()));
    }

    /** Whether it did not change since the run it is compared with. */
    boolean isAsleep() {
        return evidence.stream().anyMatch(row -> row.term() == EvidenceTerm.ASLEEP);
    }

    boolean isInput() {
        return verdictClass == VerdictClass.INPUT;
    }
}
