package scenariorca.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an answer is written. */
public enum Media {
    JSON("application/json"),
    CSV("text/csv; charset=utf-8");

    public static final String JSON_TYPE = "application/json";
    public static final String CSV_TYPE = "text/csv";

    private final String contentType;

    Media(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** CSV when the caller names it before or without JSON; what is not on offer at all is refused later, as a 406. */
    public static Media of(@Nullable String accept) {
        if (accept == null || accept.equals("*/*") || accept.equals(JSON_TYPE)) {
            return JSON;
        }
        String lower = accept.toLowerCase(Locale.ROOT);
        int csv = lower.indexOf(CSV_TYPE);
        int json = lower.indexOf(JSON_TYPE);
        return csv >= 0 && (json < 0 || csv < json) ? CSV : JSON;
    }
}
