package scenariorca.logs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request as an access log has it.
 *
 * @param method in capitals. Example: {@code POST}
 * @param path without its query
 * @param status HTTP status, 100–599
 * @param duration how long it took; null when the line does not say
 */
public record HttpRequest(
        String method, String path, int status, @Nullable Duration duration) {
    /** Whether the request succeeded. */
    public boolean isSuccess() {
        return status < 400;
    }

    Severity severity() {
        return status >= 500 ? Severity.ERROR : status >= 400 ? Severity.WARN : Severity.INFO;
    }
}
