package scenariorca.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The terms of a score, in log-odds: the one place with weights. A term is worth its weight times a value from 0 to 1, so
 * that its sign is fixed. Set by hand from what each kind of evidence can prove, not fitted to any data set.
 */
public enum EvidenceTerm {
    // Inputs: what the error says.
    TEXT_NAMES_KEY(3.0),
    TEXT_NAMES_VALUE(3.0),
    TEXT_NAMES_NODE(1.5),
    LIMIT_BROKEN(3.0),
    TEXT_FITS_CHANGE(2.5),
    SUM_EXPLAINS(2.0),
    PAIR_EXPLAINS_NUMBER(3.0),
    // Inputs: where the change sits.
    NEAR_FAILURE(2.0),
    ON_ALL_PATHS(0.5),
    // Inputs: what the value looks like.
    OUTSIDE_HISTORY(1.0),
    OUTSIDE_PEERS(2.0),
    SCALE_CHANGED(1.2),
    SIGN_CHANGED(1.8),
    TYPE_CHANGED(2.0),
    VALUE_GONE(1.8),
    BECAME_ZERO(1.0),
    NEW_CATEGORY(1.0),
    NOT_VALIDATED(1.2),
    MAGNITUDE(0.3),
    // Inputs: what happened elsewhere and afterwards.
    TOGETHER_ELSEWHERE(2.0),
    FIXED_BEFORE(1.5),
    RECOVERED_WITHOUT(1.5),
    RECOVERED_WITH(-2.5),
    PASSED_HERE(-1.5),
    PASSED_ELSEWHERE(-1.5),
    CAME_AFTER_FAILURE(-4.0),
    SET_AT_CREATION(-1.0),
    // Only breaks ties.
    RECENCY(0.05),
    // Platform, model, upstream.
    ERROR_TELLS(3.5),
    LOG_TELLS(1.5),
    ERROR_IS_OF_MACHINES(1.5),
    ERROR_IS_OF_VALUES(-2.0),
    OTHERS_FAILED_TOO(4.0),
    MANY_FAIL_NOW(1.5),
    OTHERS_SLOWER_TOO(3.0),
    OTHERS_PASSED(-1.0),
    SAME_INPUTS_PASSED(4.0),
    NOTHING_CHANGED(2.5),
    GRAPH_CHANGED(2.0),
    CYCLE_IN_GRAPH(2.5);

    /** Log-odds a suspect has before any evidence. */
    static final double PRIOR_INPUT = -3.0;

    static final double PRIOR_PLATFORM = -2.0;
    static final double PRIOR_MODEL = -2.5;
    static final double PRIOR_UPSTREAM = -2.5;

    /** Log-odds of "none of these". */
    static final double PRIOR_NONE = 0.0;

    /** A suspect is called the cause from this probability on, and this far ahead of the next. */
    static final double CAUSE_PROBABILITY = 0.5;

    static final double CAUSE_MARGIN = 0.2;

    private final double weight;

    EvidenceTerm(double weight) {
        this.weight = weight;
    }

    /** Log-odds of the whole term; negative when it clears. */
    public double weight() {
        return weight;
    }

    /** Whether it speaks of this very suspect, not of every change that happens to be near, large or late. */
    boolean isSpecific() {
        return switch (this) {
            case NEAR_FAILURE, ON_ALL_PATHS, MAGNITUDE, RECENCY -> false;
            default -> true;
        };
    }

    /** As written in JSON. Example: {@code text_names_key}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
