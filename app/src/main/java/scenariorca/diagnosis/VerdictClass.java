package scenariorca.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of thing a cause is. */
public enum VerdictClass {
    /** A value someone typed. */
    INPUT,
    /** The model: its nodes, its edges, its version. */
    MODEL,
    /** The engine, its machines, its services, its release. */
    PLATFORM,
    /** Data from elsewhere that came late, or wrong. */
    UPSTREAM,
    /** Nothing that lasts: the very same run passes when repeated. */
    FLUKE,
    /** Nothing that the evidence shows. */
    UNKNOWN;

    /** As written in JSON. Example: {@code input}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
