package scenariorca.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a change cannot be the cause. */
public enum ClearReason {
    AFTER_RUN_START,
    NOT_USED,
    NOT_UPSTREAM,
    NO_REAL_CHANGE,
    PASSED_ELSEWHERE;

    /** As written in JSON. Example: {@code not_upstream}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
