package scenariorca.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an answer is written. */
public enum Media {
    JSON,
    CSV,
    /** Files to take along. */
    ZIP,
    /** A page for people. */
    HTML;

    public static final String JSON_TYPE = "application/json";
    public static final String CSV_TYPE = "text/csv";
    public static final String ZIP_TYPE = "application/zip";

    /**
     * What a caller would rather have: CSV when it is named before or without JSON. Null when neither is asked for: then
     * the dispatcher has to say what is on offer.
     */
    public static @Nullable Media of(@Nullable String accept) {
        if (accept == null || accept.equals("*/*") || accept.equals(JSON_TYPE)) {
            return JSON;
        }
        String lower = accept.toLowerCase(Locale.ROOT);
        int csv = lower.indexOf(CSV_TYPE);
        int json = lower.indexOf(JSON_TYPE);
        if (csv >= 0 && (json < 0 || csv < json)) {
            return CSV;
        }
        if (json < 0 && lower.contains(ZIP_TYPE)) {
            return ZIP;
        }
        return json >= 0 || lower.contains("*/*") || lower.contains("application/*") ? JSON : null;
    }
}
