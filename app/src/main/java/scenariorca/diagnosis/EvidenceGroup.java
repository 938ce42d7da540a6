package scenariorca.diagnosis;

import java.util.EnumSet;
import java.util.Set;

/** Terms that come from one source of evidence, to measure what the source is worth. Every term is of one group. */
public enum EvidenceGroup {
    TEXT("error, of inputs", EvidenceTerm.TEXT_NAMES_KEY, EvidenceTerm.PAIR_EXPLAINS_NUMBER),
    PLACE("place in the graph", EvidenceTerm.AT_FAILURE, EvidenceTerm.ON_ALL_PATHS),
    OUTPUTS("outputs of nodes", EvidenceTerm.OUTPUT_BEGINS, EvidenceTerm.OUTPUT_OUTRUNS),
    DOCUMENT("value and document", EvidenceTerm.COUNTS_TOO_FAR, EvidenceTerm.MAGNITUDE),
    JOINT("terms together", EvidenceTerm.STRANGE_IN_PLACE, EvidenceTerm.WOKEN),
    HISTORY("history of the input", EvidenceTerm.TOGETHER_ELSEWHERE, EvidenceTerm.RECENCY),
    SPEECH("error, of the rest", EvidenceTerm.ERROR_TELLS, EvidenceTerm.ERROR_IS_OF_VALUES),
    NEIGHBOURS("other scenarios", EvidenceTerm.OTHERS_FAILED_TOO, EvidenceTerm.OTHERS_SLOWER_TOO),
    SAMENESS("nothing changed", EvidenceTerm.SAME_INPUTS_PASSED, EvidenceTerm.NO_NODE_FAILED),
    MODEL("model changes", EvidenceTerm.CHANGED_AT_FAILURE, EvidenceTerm.CYCLE_IN_GRAPH);

    private final String meaning;
    private final EvidenceTerm first;
    private final EvidenceTerm last;

    EvidenceGroup(String meaning, EvidenceTerm first, EvidenceTerm last) {
        this.meaning = meaning;
        this.first = first;
        this.last = last;
    }

    /** For a table. Example: {@code place in the graph}. */
    public String meaning() {
        return meaning;
    }

    public Set<EvidenceTerm> terms() {
        return EnumSet.range(first, last);
    }
}
