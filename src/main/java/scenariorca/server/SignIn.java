package scenariorca.server;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Lets a browser in that once sent the key: it gets a cookie that says until when, signed with the key. Nothing is kept on
 * the server, another key ends all sessions, and the key itself is never in the browser.
 */
final class SignIn {
    static final String COOKIE = "rca_session";
    private static final Duration LENGTH = Duration.ofHours(12);

    private final byte[] key;
    private final Clock clock;

    SignIn(String apiKey, Clock clock) {
        this.key = apiKey.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /** The Set-Cookie header of a new session. */
    String cookie(boolean isSecure) {
        Instant until = clock.instant().plus(LENGTH);
        String value = until.getEpochSecond() + "." + signature(until.getEpochSecond());
        return header(value, LENGTH.toSeconds(), isSecure);
    }

    /** The Set-Cookie header that ends a session. */
    static String noCookie(boolean isSecure) {
        return header("", 0, isSecure);
    }

    private static String header(String value, long seconds, boolean isSecure) {
        return COOKIE + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (isSecure ? "; Secure" : "");
    }

    boolean isSignedIn(HttpServletRequest request) {
        String value = value(request.getCookies());
        int dot = value == null ? -1 : value.indexOf('.');
        if (value == null
                || dot < 1
                || dot > 15
                || !value.substring(0, dot).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        long until = Long.parseLong(value.substring(0, dot));
        return until > clock.instant().getEpochSecond()
                && MessageDigest.isEqual(bytes(value.substring(dot + 1)), bytes(signature(until)));
    }

    private static @Nullable String value(Cookie @Nullable [] cookies) {
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private String signature(long until) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes("session until " + until)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
