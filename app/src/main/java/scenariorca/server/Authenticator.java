package scenariorca.server;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scenariorca.access.AccessCache;
import scenariorca.access.AccessList;
import scenariorca.access.ApiKey;
import scenariorca.access.Role;
import scenariorca.access.Scope;
import scenariorca.access.Secret;
import scenariorca.api.Paths;
import scenariorca.identity.Identity;
import scenariorca.identity.IdentityProvider;
import scenariorca.identity.IdentityRefused;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.Viewer;
import scenariorca.web.Site;

/**
 * Decides who may enter and as whom: by a key, a token of the identity provider, or the cookie of one who signed in. A
 * server only this machine can reach is open until it has a key or a provider.
 */
final class Authenticator {
    private static final Logger log = LoggerFactory.getLogger(Authenticator.class);
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:.%]*:[0-9a-fA-F:.%]*]?");
    private static final String BEARER = "Bearer ";

    private final @Nullable String operatorHash;
    private final AccessCache access;
    private final @Nullable IdentityProvider provider;
    private final boolean isReachable;
    private final Clock clock;

    /** Whether the server ever asked for a key: it does not open again because its keys are gone. */
    private volatile boolean wasLocked;

    /** @param isReachable whether other machines reach this server, which is then never open */
    Authenticator(
            @Nullable String apiKey,
            AccessCache access,
            @Nullable IdentityProvider provider,
            boolean isReachable,
            Clock clock) {
        this.operatorHash = apiKey == null ? null : Secret.hash(apiKey);
        this.access = access;
        this.provider = provider;
        this.isReachable = isReachable;
        this.clock = clock;
    }

    /** Whether a key, a token or a sign-in is asked for. Keys that were revoked, have expired or were restored away lock, too. */
    boolean isLocked() {
        if (isReachable || operatorHash != null || provider != null || wasLocked) {
            return true;
        }
        wasLocked = !access.current().keys().isEmpty();
        return wasLocked;
    }

    /** @throws RcaException CONFIGURATION when other machines reach a server that would turn everybody away */
    void checkThatSomebodyMayEnter() {
        if (isReachable && operatorHash == null && provider == null && !hasGoodKey()) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "other machines can reach API_HOST, and there is no key: make one with ./rca keys create <name> --all,"
                            + " set API_KEY, or set API_HOST to 127.0.0.1");
        }
    }

    private boolean hasGoodKey() {
        return access.current().keys().stream().anyMatch(key -> key.isGood(clock.instant()));
    }

    /** What a request shows to be let in. */
    boolean showsSomething(HttpServletRequest request, @Nullable String key) {
        return key != null || token(request) != null;
    }

    /** Who comes with this key or token; empty when it is none that is good. */
    Optional<Principal> caller(HttpServletRequest request, @Nullable String key) {
        if (key != null) {
            return byKey(Secret.hash(key));
        }
        String token = token(request);
        if (token == null || provider == null || !provider.takesTokens()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(provider.bearer(token)));
        } catch (IdentityRefused e) {
            log.info("{}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Who has the key with this hash, while it is good. */
    Optional<Principal> byKey(String hash) {
        // Hashes are of one length and compared in constant time: neither length nor content of the key leaks.
        if (operatorHash != null && MessageDigest.isEqual(operatorHash.getBytes(), hash.getBytes())) {
            return Optional.of(Principal.OPERATOR);
        }
        return access.current()
                .key(hash)
                .filter(known -> known.isGood(clock.instant()))
                .map(Authenticator::of);
    }

    /** The hash of the key behind a caller's name; empty when there is no such key. */
    Optional<String> hashOf(String callerName) {
        if (callerName.equals(Principal.OPERATOR.name())) {
            return Optional.ofNullable(operatorHash);
        }
        return access.current().keys().stream()
                .filter(key -> of(key).name().equals(callerName))
                .map(ApiKey::hash)
                .findFirst();
    }

    private static Principal of(ApiKey key) {
        return new Principal("key:" + key.name(), key.viewer(), key.scope());
    }

    Principal of(Identity identity) {
        return byRoles(identity.user(), identity.roles());
    }

    /** A user sees own scenarios, and what the roles show. */
    Principal byRoles(String user, List<String> roles) {
        AccessList list = access.current();
        var viewer = new Viewer(false, List.of(), user);
        Scope scope = Scope.READ;
        for (String name : roles) {
            Role role = list.role(name).orElse(null);
            if (role != null) {
                viewer = viewer.and(role.viewer());
                scope = scope.or(role.scope());
            }
        }
        return new Principal("user:" + user, viewer, scope);
    }

    /** Those of the roles to which something is granted. */
    List<String> granted(List<String> roles) {
        AccessList list = access.current();
        return roles.stream()
                .distinct()
                .filter(name -> list.role(name).isPresent())
                .toList();
    }

    private static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    /**
     * Whether a request comes under a name that only a foreign web page would use. Without a key, a page elsewhere could
     * point its own name at this machine and have a browser read the API for it; an address or localhost cannot be that.
     */
    static boolean isForeign(String serverName) {
        return !serverName.equals("localhost") && !ADDRESS.matcher(serverName).matches();
    }

    /** Health, the document and its page, and the sign-in page are open to all. */
    static boolean isOpen(String path) {
        return path.equals(Paths.OPENAPI)
                || path.equals(Paths.DOCS)
                || path.startsWith(Paths.DOCS + "/")
                || path.startsWith(Paths.HEALTH + "/")
                || Site.isOpen(path);
    }
}
