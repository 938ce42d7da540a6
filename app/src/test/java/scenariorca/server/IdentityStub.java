package scenariorca.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import scenariorca.platform.Json;

/** An identity provider that speaks the real protocol: discovery, keys, authorization codes with PKCE, signed tokens. */
final class IdentityStub implements AutoCloseable {
    static final String AUDIENCE = "scenario-rca-api";
    static final String CLIENT = "scenario-rca";

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey strangersKey;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile UnaryOperator<JWTClaimsSet.Builder> twist = UnaryOperator.identity();

    IdentityStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            strangersKey = new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        Map.of(
                                "issuer", issuer(),
                                "authorization_endpoint", issuer() + "/authorize",
                                "token_endpoint", issuer() + "/token",
                                "jwks_uri", issuer() + "/keys",
                                "response_types_supported", List.of("code"),
                                "subject_types_supported", List.of("public"),
                                "id_token_signing_alg_values_supported", List.of("RS256"))));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toJSONObject()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Changes what the tokens of those who sign in say from now on. */
    void twist(UnaryOperator<JWTClaimsSet.Builder> claims) {
        twist = claims;
    }

    /** With a header that names a key the provider does not have, and a signature of nobody. */
    static String ofAnUnknownKey(JWTClaimsSet.Builder claims) {
        String header = "{\"alg\":\"RS256\",\"kid\":\"nobody\"}";
        return encode(header) + "." + encode(claims.build().toString()) + "." + encode("no signature");
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The claims of a good token for the API. */
    JWTClaimsSet.Builder claims(String user, String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .subject("subject of " + user)
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("preferred_username", user)
                .claim("roles", List.of(roles));
    }

    String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, key);
    }

    /** Signed by somebody who is not the provider, under its key's name. */
    String signedByAStranger(JWTClaimsSet.Builder claims) {
        return signed(claims, strangersKey);
    }

    static String unsigned(JWTClaimsSet.Builder claims) {
        return new PlainJWT(claims.build()).serialize();
    }

    /** Signed with the provider's public key as if it were a shared secret. */
    String signedWithThePublicKey(JWTClaimsSet.Builder claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims.build());
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey with) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(with.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the provider does when {@code user} agrees at its page: the address it sends the browser back to. */
    URI agree(URI authorization, String user, String... roles) {
        Map<String, String> asked = form(authorization.getRawQuery());
        String code = "code-" + codes.size();
        codes.put(
                code,
                Map.of(
                        "challenge", asked.get("code_challenge"),
                        "nonce", asked.get("nonce"),
                        "redirect", asked.get("redirect_uri"),
                        "user", user,
                        "roles", String.join(" ", roles)));
        return URI.create(asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> code = codes.remove(sent.getOrDefault("code", ""));
        boolean isGood = code != null
                && code.get("redirect").equals(sent.get("redirect_uri"))
                && code.get("challenge").equals(challenge(sent.getOrDefault("code_verifier", "")));
        if (!isGood) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        String[] roles =
                code.get("roles").isEmpty() ? new String[0] : code.get("roles").split(" ");
        answer(
                exchange,
                Map.of(
                        "access_token",
                        "opaque",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        "id_token",
                        signed(twist.apply(
                                claims(code.get("user"), roles).audience(CLIENT).claim("nonce", code.get("nonce"))))));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        answer(exchange, 200, body);
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
