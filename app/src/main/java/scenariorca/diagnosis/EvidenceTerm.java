package scenariorca.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The terms of a score. A term has a share from 0 to 1 in what speaks for or against a suspect, and its sign is fixed; what it
 * weighs stands in {@code diagnosis/weights.tsv}, class by class.
 */
public enum EvidenceTerm {
    // Inputs: what the error says.
    TEXT_NAMES_KEY(1, "the error or the log names the key"),
    TEXT_NAMES_VALUE(1, "the error or the log names the value"),
    TEXT_NAMES_FORMER(1, "the error or the log names what stood there before"),
    TEXT_NAMES_NODE(1, "the error or the log names the node"),
    TEXT_FITS_CHANGE(1, "the error speaks of what the change does"),
    RAN_LONGER(1, "it ran out of time, and this may make it longer"),
    NUMBER_DERIVED(1, "a number of the error is a ratio, a difference or a percentage of the values"),
    LIMIT_BROKEN(1, "a number of the error lies between the values"),
    MOVED_ENOUGH(1, "it moved as far as the value the error names is beyond its limit"),
    MOVED_TOO_LITTLE(-1, "it moved less than the value the error names is beyond its limit"),
    SUM_EXPLAINS(1, "a total of the error is within a limit without the change"),
    TOTAL_STAYS(-1, "the total of the error would be beyond its limit without it, too"),
    SERIES_NAMED(1, "the error names a series that it counts beyond"),
    PERIOD_NAMED(1, "the error names the period it is of, or one that it reaches now and did not before"),
    PERIOD_LATER(-1, "the error names a period before all that it changes"),
    PAIR_EXPLAINS_NUMBER(1, "a number of the error is a sum or a product with another change"),
    // Inputs: where the change sits.
    AT_FAILURE(1, "it is an input of the node that failed first"),
    NEAR_FAILURE(1, "few steps upstream of the node that failed first"),
    ON_ALL_PATHS(1, "most paths to the failing node pass through it"),
    // Inputs: what the nodes put out.
    OUTPUT_BEGINS(1, "numbers went astray at its node"),
    OUTPUT_BROKEN(1, "its node put out nothing, nothing finite, or another sign"),
    BROKE_ELSEWHERE(-1, "numbers broke first at a node that it does not reach"),
    OUTPUT_STILL(-1, "its node put out the same as before"),
    INERT(-1, "it was changed before, and its node put out the very same"),
    OUTPUT_FOLLOWS(1, "its node's output moved by the same factor"),
    OUTPUT_OUTRUNS(-1, "its node's output moved far more than it did"),
    // Inputs: what the value looks like.
    COUNTS_TOO_FAR(1, "it counts further than a series of an input goes"),
    RULE_BROKEN(1, "it breaks what held in other versions of the input"),
    OUTSIDE_HISTORY(1, "outside what the input held before"),
    OUTSIDE_PEERS(1, "outside what other scenarios use"),
    LIKE_PEERS(-1, "what other scenarios that succeed use"),
    SCALE_CHANGED(1, "a factor of a power of ten"),
    SIGN_CHANGED(1, "another sign"),
    TYPE_CHANGED(1, "another type of value"),
    VALUE_GONE(1, "the value is gone"),
    BECAME_ZERO(1, "it became zero"),
    NEW_CATEGORY(1, "a text nobody else uses"),
    NOT_VALIDATED(1, "its validation failed"),
    SLIGHT(-1, "a number that hardly moved"),
    MAGNITUDE(1, "how much it changed"),
    // Inputs: what counts more together.
    STRANGE_IN_PLACE(1, "it stands out, where it went wrong"),
    TOLD_IN_PLACE(1, "the error speaks of it, where it went wrong"),
    WAKES(1, "it may have woken a value that stands out"),
    WOKEN(1, "a change reaches it that did not before"),
    // Inputs: what happened elsewhere and afterwards.
    TOGETHER_ELSEWHERE(1, "such a change failed the same way elsewhere"),
    FIXED_BEFORE(1, "the error went away when this was put right"),
    CONFIRMED_BEFORE(1, "people confirmed it as the cause of this error before"),
    RECOVERED_WITHOUT(1, "the next successful run used another value"),
    RECOVERED_WITH(-1, "the next successful run still used the value"),
    PASSED_HERE(-1, "runs of this scenario passed with the value"),
    PASSED_ELSEWHERE(-1, "elsewhere such a change passed"),
    NODE_PASSED_WITH(-1, "the failing node passed with it in a run that failed elsewhere"),
    NODE_FAILED_WITHOUT(-1, "the failing node failed before it was changed"),
    CAME_AFTER_FAILURE(-1, "changed after the scenario had begun to fail this way"),
    SET_AT_CREATION(-1, "it has the value since the scenario was created"),
    NEW_NODE(-1, "the first input of a node that was not there before"),
    ASLEEP(-1, "it changed before the run it is compared with, which passed with it"),
    CROWD(-1, "how many other changes there are"),
    RECENCY(1, "how recent it is"),
    // Model, upstream, platform, fluke.
    ERROR_TELLS(1, "the error says so"),
    LOG_TELLS(1, "the run's log says so"),
    AMBIENT_TELLS(1, "log lines of the time that belong to no run say so"),
    ERROR_TELLS_ANOTHER(-1, "the error speaks of another class"),
    ERROR_IS_OF_MACHINES(1, "the error's category is one of machines"),
    ERROR_IS_OF_VALUES(-1, "the error says that a value is wrong"),
    OTHERS_FAILED_TOO(1, "other scenarios failed the same way at the time"),
    MANY_FAIL_NOW(1, "more runs than usual fail at the time"),
    OTHER_MODELS_FAIL(1, "runs of other models fail at the time"),
    OTHERS_PASSED(-1, "runs of other scenarios pass at the time"),
    UNCHANGED_FAIL_NOW(1, "other scenarios that nobody changed fail at the time"),
    FAIL_AT_SAME_NODE(1, "other scenarios of the model fail at the same node"),
    FAIL_AT_OTHER_NODES(1, "other scenarios of the model fail at other nodes"),
    MODEL_PASSES_NOW(-1, "other scenarios of the model pass in these hours"),
    ALONE(1, "no other scenario failed the same way, nor one that nobody changed"),
    NOT_ALONE(-1, "scenarios failed the same way, or with nothing changed: a fluke strikes one"),
    RETRY_PASSED(1, "who repeated such a failure without a change passed"),
    RETRY_FAILED(-1, "who repeated such a failure without a change failed again"),
    RELEASED(1, "the platform was released since the run it is compared with"),
    NEW_SINCE_RELEASE(1, "this error came with a release of the platform, in several scenarios"),
    NUMBERS_MOVED(-1, "numbers went astray where nobody edited anything: machines change no numbers"),
    OTHERS_SLOWER_TOO(1, "other scenarios became slower too"),
    SAME_INPUTS_PASSED(1, "the very same inputs passed in another run"),
    SAME_INPUTS_FAILED(-1, "the very same inputs failed in another run, and passed in none"),
    NODE_FAILED_BEFORE(-1, "the failing node failed in earlier runs, too"),
    NODE_PASSED_WITH_ALL(1, "the failing node passed with all that changed in a run that failed elsewhere"),
    NOTHING_CHANGED(1, "nothing differs from the run it is compared with"),
    NOTHING_EFFECTIVE(1, "nothing that changed reaches the failure and moved what its node puts out"),
    BRANCH_PASSED(1, "the failing node passed in another branch of the run"),
    OUTPUT_UNEXPLAINED(1, "numbers went astray at a node whose inputs did not change"),
    BROKE_UNEXPLAINED(1, "numbers broke first at a node that nothing that changed reaches"),
    EXCESS_UNEXPLAINED(1, "no change is as large as the value the error names is beyond its limit"),
    ERROR_COMPARES(-1, "the error compares a value with a limit"),
    NAMES_FOREIGN(1, "the error names something that is no node and no input of the model"),
    NAMES_RECENT_DAY(1, "the error names a day shortly before the run"),
    FAILS_INSIDE(-1, "what the failing node is computed from stands as it did: nothing came in from outside"),
    READS_OUTSIDE(1, "the failing node is computed from no other"),
    LEFT_UNFINISHED(1, "calculations began and never ended"),
    NO_NODE_FAILED(1, "no calculation says what went wrong"),
    CHANGED_AT_FAILURE(1, "the model changed at the failing node"),
    MODEL_UNCHANGED(-1, "nothing is known to have changed in the model since the run it is compared with"),
    NEW_SINCE_PUBLICATION(1, "this error was never seen before the model changed"),
    MODEL_PUBLISHED(1, "the model was published since the run it is compared with"),
    MODEL_OUTPUT_MOVED(1, "numbers went astray at a node that the model changed"),
    MODEL_FAILS_SINCE(1, "runs of the model fail since it changed"),
    MODEL_PASSES_SINCE(-1, "runs of the model pass since it changed"),
    CYCLE_IN_GRAPH(1, "the graph has a cycle");

    private final int sign;
    private final String meaning;

    EvidenceTerm(int sign, String meaning) {
        this.sign = sign;
        this.meaning = meaning;
    }

    /** 1 when it speaks for a suspect, -1 when it clears. */
    public int sign() {
        return sign;
    }

    /** What it means, for the table of weights. */
    public String meaning() {
        return meaning;
    }

    /** Whether it is evidence, and not only what surrounds any suspect. */
    boolean isTelling() {
        return switch (this) {
            case MAGNITUDE, RECENCY, CROWD, NO_NODE_FAILED, ALONE -> false;
            default -> true;
        };
    }

    /**
     * What it is believed to weigh before any case is seen, in log-odds: two where it names the cause or was an experiment, one
     * where it hints, half of one where it surrounds any suspect.
     */
    public double belief() {
        return sign
                * switch (this) {
                    case TEXT_NAMES_KEY,
                            TEXT_NAMES_VALUE,
                            SUM_EXPLAINS,
                            PAIR_EXPLAINS_NUMBER,
                            RAN_LONGER,
                            RULE_BROKEN,
                            TOGETHER_ELSEWHERE,
                            FIXED_BEFORE,
                            CONFIRMED_BEFORE,
                            INERT,
                            RECOVERED_WITHOUT,
                            RECOVERED_WITH,
                            CAME_AFTER_FAILURE,
                            ERROR_TELLS,
                            SAME_INPUTS_PASSED,
                            LEFT_UNFINISHED -> 2;
                    default -> isTelling() ? 1 : 0.5;
                };
    }

    /** As written in JSON. Example: {@code text_names_key}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
