package scenariorca.identity;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;

/**
 * The identity provider and what we are to it.
 *
 * @param issuer its address, as its tokens name it
 * @param audience what tokens for the API must be meant for; null when none are taken
 * @param client us, for signing in with a browser; null without that
 * @param userClaim the claim that holds the platform's name of a user. Example: preferred_username
 * @param rolesClaim the claim that holds roles; dots lead into objects. Example: realm_access.roles
 */
public record IdentitySettings(
        URI issuer, @Nullable String audience, @Nullable Client client, String userClaim, String rolesClaim) {

    /**
     * What the provider knows of us.
     *
     * @param secret null for a public client, which PKCE protects
     * @param publicUrl our own address as browsers see it, without a slash at the end
     * @param scopes asked for when signing in
     */
    public record Client(String id, @Nullable String secret, URI publicUrl, List<String> scopes) {
        /** Without the secret. */
        @Override
        public String toString() {
            return id + " at " + publicUrl;
        }
    }

    /** {@code OIDC_*} and {@code API_PUBLIC_URL}; empty without {@code OIDC_ISSUER}. */
    public static Optional<IdentitySettings> from(Settings settings) {
        Optional<String> issuer = settings.text("OIDC_ISSUER");
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> audience = settings.text("OIDC_AUDIENCE");
        Optional<Client> client = settings.text("OIDC_CLIENT_ID").map(id -> client(id, settings));
        if (audience.isEmpty() && client.isEmpty()) {
            throw wrong(
                    "OIDC_ISSUER is set, but neither OIDC_AUDIENCE (tokens for the API) nor OIDC_CLIENT_ID (signing in)"
                            + " is; set one of them");
        }
        return Optional.of(new IdentitySettings(
                address("OIDC_ISSUER", issuer.get()),
                audience.orElse(null),
                client.orElse(null),
                settings.text("OIDC_USER_CLAIM", "preferred_username"),
                settings.text("OIDC_ROLES_CLAIM", "roles")));
    }

    private static Client client(String id, Settings settings) {
        String url = settings.text("API_PUBLIC_URL")
                .orElseThrow(
                        () -> wrong("OIDC_CLIENT_ID is set, but API_PUBLIC_URL is not; set it to the address browsers"
                                + " use, such as https://rca.example.com"));
        return new Client(
                id,
                settings.text("OIDC_CLIENT_SECRET").orElse(null),
                address("API_PUBLIC_URL", url.endsWith("/") ? url.substring(0, url.length() - 1) : url),
                List.of(settings.text("OIDC_SCOPES", "openid profile").split(" +")));
    }

    /** Secrets travel there: only over TLS, or within this machine. */
    private static URI address(String name, String text) {
        try {
            URI uri = URI.create(text);
            String host = uri.getHost();
            boolean isHere =
                    host != null && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
            if (host != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && isHere)) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // told below, as any other text that is no such address
        }
        throw wrong("%s is \"%s\"; it must be an https address".formatted(name, text));
    }

    private static RcaException wrong(String message) {
        return new RcaException(ErrorCode.CONFIGURATION, message);
    }
}
