package scenariorca.preflight;

import java.util.Locale;

/** What speaks for or against a failure before the run; each always the same way. */
public enum RiskTerm {
    SAME_FAILURE(1, "the last run failed of its inputs or model, and nothing was changed since"),
    SAME_OUTAGE(1, "the last run failed of something else, and nothing was changed since"),
    SUSPECT_STANDS(1, "the last run failed, and the input its verdict suspects most stands as it was"),
    SUSPECT_GONE(-1, "the last run failed of an input, and the one its verdict suspects most was changed since"),
    FAILED_THEN_CHANGED(-1, "the last run failed, and inputs were changed since"),
    MODEL_FAILED(1, "the last run failed of the model"),
    MANY_EDITS(1, "how many values differ from the last run that worked"),
    SUSPICIOUS(1, "this change would be suspected, had the run failed"),
    OUTSIDE(1, "how far a value lies outside those that worked in other scenarios and before"),
    MAGNITUDE(1, "by how many powers of ten a value was changed"),
    SHAPE(1, "a value is missing, empty or of another type"),
    BROKEN_RULE(1, "an input no longer keeps to what its versions keep to"),
    UNVALIDATED(1, "a changed input is not validated"),
    OWN_FAILURES(1, "the share of its last runs that failed"),
    OTHERS_FAIL(1, "how many other scenarios fail right now"),
    OTHERS_PASS(-1, "how many other scenarios pass right now"),
    MODEL_FAILS(1, "other scenarios of the model fail right now"),
    NEW_MODEL(1, "the model was changed since the last run that worked"),
    NEVER_WORKED(1, "no run of the scenario is known to have worked");

    private final int sign;
    private final String meaning;

    RiskTerm(int sign, String meaning) {
        this.sign = sign;
        this.meaning = meaning;
    }

    /** 1 when it speaks for a failure, -1 when it speaks against one. */
    public int sign() {
        return sign;
    }

    public String meaning() {
        return meaning;
    }

    /** As written in the table. Example: same_failure */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
