package scenariorca.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/**
 * An OpenID Connect provider: verifies the tokens it issued, and lets people sign in by authorization code with PKCE. It is
 * asked for its addresses and keys when they are first needed; a provider that is away keeps nobody from starting a server.
 */
public final class IdentityProvider {
    /** Signatures by a private key only: with a shared secret whoever verifies could sign as well. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int MAX_BYTES = 200_000;
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);
    /** Clocks differ. */
    private static final int SKEW_SECONDS = 30;

    private final IdentitySettings settings;
    private volatile @Nullable Known known;
    private volatile @Nullable Failure failure;

    private record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    /** @param at on the clock of {@link System#nanoTime} */
    private record Failure(RcaException why, long at) {}

    public IdentityProvider(IdentitySettings settings) {
        this.settings = settings;
    }

    public boolean takesTokens() {
        return settings.audience() != null;
    }

    public boolean takesSignIns() {
        return settings.client() != null;
    }

    /** What people know it as: the host of its address. */
    public String name() {
        return settings.issuer().getHost();
    }

    /**
     * Who sent a token to the API.
     *
     * @throws IdentityRefused when it is not signed by the provider, ended, or meant for another audience
     * @throws RcaException UNREACHABLE when the provider's keys cannot be had
     */
    public Identity bearer(String token) throws IdentityRefused {
        return verified(token, Objects.requireNonNull(settings.audience()), null);
    }

    /** Where to send a browser that wants to sign in. */
    public URI signIn(AuthorizationRequest attempt) {
        IdentitySettings.Client client = client();
        return new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE),
                        new Scope(client.scopes().toArray(String[]::new)),
                        new ClientID(client.id()),
                        callback(client))
                .endpointURI(known().metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Who signed in, from the code the browser brought back.
     *
     * @throws IdentityRefused when the provider does not know the code, or its token is not for this attempt
     * @throws RcaException UNREACHABLE when the provider does not answer
     */
    public Identity signedIn(AuthorizationRequest attempt, String code) throws IdentityRefused {
        IdentitySettings.Client client = client();
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), callback(client), new CodeVerifier(attempt.verifier()));
        URI endpoint = known().metadata().getTokenEndpointURI();
        var request = client.secret() == null
                ? new TokenRequest.Builder(endpoint, new ClientID(client.id()), grant).build()
                : new TokenRequest.Builder(
                                endpoint,
                                new ClientSecretBasic(new ClientID(client.id()), new Secret(client.secret())),
                                grant)
                        .build();
        HTTPRequest http = request.toHTTPRequest();
        http.setConnectTimeout(TIMEOUT_MILLIS);
        http.setReadTimeout(TIMEOUT_MILLIS);
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(http.send());
            if (!response.indicatesSuccess()) {
                throw new IdentityRefused("the identity provider refused the code: "
                        + response.toErrorResponse().getErrorObject().getCode());
            }
            var success = (OIDCTokenResponse) response.toSuccessResponse();
            return verified(success.getOIDCTokens().getIDTokenString(), client.id(), attempt.nonce());
        } catch (ParseException e) {
            throw new IdentityRefused("the identity provider's answer makes no sense: " + e.getMessage(), e);
        } catch (IOException e) {
            throw away(e);
        }
    }

    private Identity verified(String token, String audience, @Nullable String nonce) throws IdentityRefused {
        var expected = new JWTClaimsSet.Builder().issuer(settings.issuer().toString());
        if (nonce != null) {
            expected.claim("nonce", nonce);
        }
        var claims =
                new DefaultJWTClaimsVerifier<SecurityContext>(audience, expected.build(), Set.of("sub", "exp", "iat"));
        claims.setMaxClockSkew(SKEW_SECONDS);
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, known().keys()));
        processor.setJWTClaimsSetVerifier(claims);
        try {
            JWTClaimsSet set = processor.process(token, null);
            if (nonce != null) {
                checkParty(set, audience);
            }
            return identity(set);
        } catch (RateLimitReachedException e) {
            // The provider's keys were read a moment ago; a key they lack is no reason to ask again for every forgery.
            if (hasKeys()) {
                throw new IdentityRefused("token refused: signed with a key that the provider does not have", e);
            }
            throw away(e);
        } catch (KeySourceException e) {
            throw away(e);
        } catch (java.text.ParseException | BadJOSEException | com.nimbusds.jose.JOSEException e) {
            throw new IdentityRefused("token refused: " + e.getMessage(), e);
        }
    }

    /** A token for several audiences, or one that names a party, must have been issued to us (OpenID Connect Core, 3.1.3.7). */
    private static void checkParty(JWTClaimsSet claims, String clientId) throws IdentityRefused {
        Object party = claims.getClaim("azp");
        boolean isOurs = party == null ? claims.getAudience().size() == 1 : party.equals(clientId);
        if (!isOurs) {
            throw new IdentityRefused("token refused: it was issued to another client (azp)");
        }
    }

    /** Whether the provider's keys are known, however old. */
    private boolean hasKeys() {
        try {
            return !known().keys()
                    .get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                    .isEmpty();
        } catch (KeySourceException e) {
            return false;
        }
    }

    /** No control characters and no half letters: they would fail in a database, a header or a log. */
    private static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(letter -> Character.isISOControl(letter)
                        || letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE);
    }

    private Identity identity(JWTClaimsSet claims) throws IdentityRefused {
        Map<String, Object> all = claims.toJSONObject();
        Object user = all.get(settings.userClaim());
        if (!(user instanceof String name) || name.isBlank() || name.length() > 200 || !isPlain(name)) {
            throw new IdentityRefused("the token names no user in the claim " + settings.userClaim());
        }
        Instant until = claims.getExpirationTime().toInstant();
        return new Identity(name, roles(all), until);
    }

    private List<String> roles(Map<String, Object> claims) {
        Object at = claims;
        for (String step : settings.rolesClaim().split("\\.")) {
            at = at instanceof Map<?, ?> inner ? inner.get(step) : null;
        }
        var roles = new ArrayList<String>();
        if (at instanceof List<?> list) {
            list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .forEach(roles::add);
        } else if (at instanceof String text) {
            roles.addAll(List.of(text.split(" +")));
        }
        roles.removeIf(role -> !isPlain(role));
        return roles;
    }

    private IdentitySettings.Client client() {
        return Objects.requireNonNull(settings.client());
    }

    private static URI callback(IdentitySettings.Client client) {
        return URI.create(client.publicUrl() + "/sign-in/callback");
    }

    private Known known() {
        Known last = known;
        return last == null ? asked() : last;
    }

    private synchronized Known asked() {
        Known last = known;
        if (last != null) {
            return last;
        }
        Failure before = failure;
        if (before != null && System.nanoTime() - before.at() < TRY_AGAIN_AFTER.toNanos()) {
            throw before.why();
        }
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
            var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES);
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(), retriever)
                    .retrying(true)
                    .outageTolerant(true)
                    .build();
            var fresh = new Known(metadata, keys);
            known = fresh;
            return fresh;
        } catch (GeneralException | IOException e) {
            RcaException why = away(e);
            failure = new Failure(why, System.nanoTime());
            throw why;
        }
    }

    private RcaException away(Exception cause) {
        return new RcaException(
                ErrorCode.UNREACHABLE,
                "The identity provider " + name() + " does not answer; try again shortly",
                cause);
    }
}
