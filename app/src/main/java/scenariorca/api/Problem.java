package scenariorca.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import scenariorca.platform.Json;

/**
 * What went wrong with a request, as RFC 9457 has it.
 *
 * @param type kind of problem; about:blank means that the status says it all. Example: about:blank
 * @param title the status in words. Example: Bad Request
 * @param status the HTTP status. Example: 400
 * @param detail what was wrong, where, and what it must be. Example: days must be a whole number from 1 to 3660, not "0"
 * @param instance path of the request. Example: /api/v1/rca/errors/top-categories
 */
public record Problem(String type, String title, int status, String detail, String instance) {
    public static final String CONTENT_TYPE = "application/problem+json";
    private static final int MAX_INSTANCE = 500;

    /** @param path as the caller sent it; made a valid URI reference when it is none */
    public static Problem of(HttpStatus status, String detail, String path) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, reference(path));
    }

    public byte[] json() {
        return Json.write(this).getBytes(StandardCharsets.UTF_8);
    }

    private static String reference(String path) {
        String cut = path.length() <= MAX_INSTANCE ? path : path.substring(0, MAX_INSTANCE);
        boolean isClean = cut.toLowerCase(Locale.ROOT)
                .chars()
                .allMatch(c -> "abcdefghijklmnopqrstuvwxyz0123456789/-._~%@:+".indexOf(c) >= 0);
        return isClean ? cut : "/" + URLEncoder.encode(cut, StandardCharsets.UTF_8);
    }
}
