package scenariorca.server;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scenariorca.identity.AuthorizationRequest;
import scenariorca.identity.Identity;
import scenariorca.platform.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Lets a browser in that once showed who it is: it gets a cookie that says who and until when, signed. Of a session only
 * its end is kept on the server, until it would have ended by itself. What a key or a role allows is looked up at each request, so that a revoked key ends its sessions; the key
 * itself is never in the browser.
 */
final class SessionCookies {
    static final String COOKIE = "rca_session";
    private static final String ATTEMPT_COOKIE = "rca_attempt";
    private static final Duration LENGTH = Duration.ofHours(12);
    private static final Duration ATTEMPT_LENGTH = Duration.ofMinutes(10);
    private static final int MAX_COOKIE = 4_000;

    /** Bytes of user and roles; a third more once encoded, and the rest of the cookie beside. */
    private static final int MAX_CONTENT = 2_600;

    private static final Logger log = LoggerFactory.getLogger(SessionCookies.class);

    private final byte[] secret;
    private final Authenticator door;
    private final Clock clock;
    private final EndedSessions ended;
    private final UsedAttempts used;

    SessionCookies(byte[] secret, Authenticator door, Clock clock, EndedSessions ended) {
        this.secret = secret.clone();
        this.door = door;
        this.clock = clock;
        this.ended = ended;
        this.used = new UsedAttempts(ATTEMPT_LENGTH, clock);
    }

    /** An attempt under way, and where its visitor was going. */
    record Begun(AuthorizationRequest attempt, String next) {}

    /** The Set-Cookie header of a session of whoever showed the key with this hash. */
    String cookieOfKey(Principal caller, String hash, boolean isSecure) {
        return session(Map.of("key", caller.name(), "check", check(hash)), LENGTH, isSecure);
    }

    /**
     * The Set-Cookie header of a session of somebody the identity provider knows, with those roles to which something is granted:
     * directories send hundreds, and a browser takes 4,000 bytes.
     */
    String cookieOf(Identity identity, boolean isSecure) {
        List<String> granted = door.granted(identity.roles());
        int kept = 0;
        int bytes = 3 * identity.user().length();
        while (kept < granted.size() && bytes + granted.get(kept).length() + 3 <= MAX_CONTENT) {
            bytes += granted.get(kept++).length() + 3;
        }
        if (kept < granted.size()) {
            log.warn(
                    "roles left out of a session count={} of={}: a cookie holds no more; grant to fewer roles",
                    granted.size() - kept,
                    granted.size());
        }
        return session(Map.of("user", identity.user(), "roles", granted.subList(0, kept)), LENGTH, isSecure);
    }

    /** Ends the session of the browser that sends this request, wherever its cookie went. @return the Set-Cookie header */
    String end(HttpServletRequest request, boolean isSecure) {
        JsonNode session = read(COOKIE, request);
        if (session != null) {
            ended.add(
                    session.path("id").asString(),
                    Instant.ofEpochSecond(session.path("until").asLong(0)));
        }
        return header(COOKIE, "", 0, "Strict", isSecure);
    }

    /** Who signed in with the browser that sends this request, as what they may do now. */
    Optional<Principal> caller(HttpServletRequest request) {
        JsonNode session = read(COOKIE, request);
        if (session == null || ended.has(session.path("id").asString(""))) {
            return Optional.empty();
        }
        if (session.hasNonNull("key")) {
            return door.hashOf(session.path("key").asString())
                    .filter(hash -> check(hash).equals(session.path("check").asString()))
                    .flatMap(door::byKey);
        }
        var roles = new ArrayList<String>();
        session.path("roles").forEach(role -> roles.add(role.asString()));
        return Optional.of(door.byRoles(session.path("user").asString(), roles));
    }

    /** The Set-Cookie header of an attempt. The provider's answer comes from its site, so this cookie must come along. */
    String cookieOf(Begun begun, boolean isSecure) {
        AuthorizationRequest attempt = begun.attempt();
        String value = signed(
                ATTEMPT_COOKIE,
                Map.of("s", attempt.state(), "n", attempt.nonce(), "v", attempt.verifier(), "next", begun.next()),
                ATTEMPT_LENGTH);
        return header(ATTEMPT_COOKIE, value, ATTEMPT_LENGTH.toSeconds(), "Lax", isSecure);
    }

    Optional<Begun> begun(HttpServletRequest request) {
        JsonNode attempt = read(ATTEMPT_COOKIE, request);
        return attempt == null
                ? Optional.empty()
                : Optional.of(new Begun(
                        new AuthorizationRequest(
                                attempt.path("s").asString(),
                                attempt.path("n").asString(),
                                attempt.path("v").asString()),
                        attempt.path("next").asString()));
    }

    /** Whether an attempt ends now; false when an answer to it came before. */
    boolean use(Begun begun) {
        return used.add(begun.attempt().state());
    }

    /** The Set-Cookie header that ends an attempt: each is for one answer. */
    static String noAttempt(boolean isSecure) {
        return header(ATTEMPT_COOKIE, "", 0, "Lax", isSecure);
    }

    private String session(Map<String, Object> who, Duration length, boolean isSecure) {
        var session = new LinkedHashMap<String, Object>(who);
        session.put("id", UUID.randomUUID().toString());
        return header(COOKIE, signed(COOKIE, session, length), length.toSeconds(), "Strict", isSecure);
    }

    private static String header(String name, String value, long seconds, String sameSite, boolean isSecure) {
        return name + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=" + sameSite
                + (isSecure ? "; Secure" : "");
    }

    /** @param name of the cookie: what is signed for one is good for no other */
    private String signed(String name, Map<String, ?> content, Duration length) {
        var fields = new LinkedHashMap<String, Object>(content);
        fields.put("until", clock.instant().plus(length).getEpochSecond());
        String text = encode(Json.write(fields).getBytes(StandardCharsets.UTF_8));
        return text + "." + encode(signature(name, text));
    }

    private @Nullable JsonNode read(String name, HttpServletRequest request) {
        String value = value(name, request.getCookies());
        int dot = value == null ? -1 : value.indexOf('.');
        if (value == null || dot < 1 || value.length() > MAX_COOKIE) {
            return null;
        }
        String text = value.substring(0, dot);
        try {
            if (!MessageDigest.isEqual(
                    signature(name, text), Base64.getUrlDecoder().decode(value.substring(dot + 1)))) {
                return null;
            }
            JsonNode content = Json.read(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            Instant until = Instant.ofEpochSecond(content.path("until").asLong(0));
            return clock.instant().isBefore(until) ? content : null;
        } catch (IllegalArgumentException | JacksonException e) {
            return null;
        }
    }

    private static @Nullable String value(String name, Cookie @Nullable [] cookies) {
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private byte[] signature(String name, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal((name + "=" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another key of the same name does not go on with the sessions of this one; the cookie tells nothing of either. */
    private String check(String hash) {
        return encode(signature("check", hash));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
