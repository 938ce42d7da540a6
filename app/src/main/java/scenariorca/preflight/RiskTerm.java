package scenariorca.preflight;

import java.util.Locale;

/** What speaks for a failure before the run; none of them ever speaks against one. */
public enum RiskTerm {
    SAME_FAILURE("the last run failed of its inputs or model, and nothing was changed since"),
    SAME_OUTAGE("the last run failed of something else, and nothing was changed since"),
    SUSPECT_STANDS("the last run failed, and the input its verdict suspects most stands as it was"),
    FAILED_THEN_CHANGED("the last run failed; inputs were changed since, and still differ from those that worked"),
    MANY_EDITS("how many values differ from the last run that worked"),
    OUTSIDE("how far a value lies outside those that worked in other scenarios and before"),
    MAGNITUDE("by how many powers of ten a value was changed"),
    SHAPE("a value is missing, empty or of another type"),
    BROKEN_RULE("an input no longer keeps to what its versions keep to"),
    UNVALIDATED("a changed input is not validated"),
    OWN_FAILURES("the share of its last runs that failed"),
    OTHERS_FAIL("how many other scenarios fail right now"),
    MODEL_FAILS("other scenarios of the model fail right now"),
    NEW_MODEL("the model was changed since the last run that worked"),
    NEVER_WORKED("no run of the scenario is known to have worked");

    private final String meaning;

    RiskTerm(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** As written in the table. Example: same_failure */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
