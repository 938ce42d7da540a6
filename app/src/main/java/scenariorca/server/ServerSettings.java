package scenariorca.server;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.identity.IdentitySettings;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;

/**
 * Where the server listens, and who may ask.
 *
 * @param host name or address to listen on. Example: 127.0.0.1
 * @param port 0 for any free one
 * @param apiKey a key that sees all; null for none
 * @param cacheBytes most bytes of finished answers to keep
 * @param way how requests come and go
 * @param identity the identity provider; null for none
 * @param lake where all lines are that a job on a cluster has read; null for none. Example: {@code s3://acme-lake/logs}
 */
public record ServerSettings(
        String host,
        int port,
        @Nullable String apiKey,
        long cacheBytes,
        Way way,
        @Nullable IdentitySettings identity,
        @Nullable String lake) {
    private static final int DEFAULT_PORT = 8000;
    private static final int DEFAULT_CACHE_MB = 64;
    /** Of the 2,000 that a server has, so that one address cannot take all. */
    private static final int DEFAULT_CONNECTIONS = 256;

    private static final int DEFAULT_PER_SECOND = 50;
    private static final int DEFAULT_FAILURES = 10;
    private static final int MIN_KEY = 16;
    /** What {@code .env.example} and other people's examples have: a key that everybody knows is none. */
    private static final Set<String> KNOWN_KEYS =
            Set.of("change-me", "changeme", "change-me-please", "secret", "your-api-key", "your-secret-api-key");

    /**
     * How requests come and go.
     *
     * @param tls certificate and key; null for plain HTTP
     * @param origins sites whose pages may read the API
     * @param trustedProxies addresses whose X-Forwarded headers are believed
     * @param connectionsPerAddress connections that one address may have open; 0 for no limit
     * @param perSecond requests a second for each address and caller; 0 for no limit
     * @param failuresPerMinute keys and tokens that are not good, for each address; 0 for no limit
     * @param isLogged whether each request is logged
     * @param sessions of those who signed in
     * @param publicUrl where browsers find the pages, without a slash at the end; empty when nobody has said
     */
    public record Way(
            @Nullable Tls tls,
            Set<String> origins,
            Set<String> trustedProxies,
            int connectionsPerAddress,
            int perSecond,
            int failuresPerMinute,
            boolean isLogged,
            Sessions sessions,
            String publicUrl) {
        static final Way PLAIN = new Way(
                null, Set.of(), Set.of(), DEFAULT_CONNECTIONS, 0, DEFAULT_FAILURES, false, Sessions.OF_PROCESS, "");
    }

    /**
     * Sessions of those who signed in.
     *
     * @param secret signs their cookies; null for one that ends with the process
     * @param ended file of those ended by signing out; null to keep them in memory
     */
    public record Sessions(
            byte @Nullable [] secret, @Nullable Path ended) {
        static final Sessions OF_PROCESS = new Sessions(null, null);
    }

    /** PEM files; read again when they change. */
    public record Tls(Path certificate, Path key) {}

    /** A server with an optional key, and nothing else special. */
    public ServerSettings(String host, int port, @Nullable String apiKey, long cacheBytes) {
        this(host, port, apiKey, cacheBytes, Way.PLAIN, null, null);
    }

    /** @throws RcaException CONFIGURATION when other machines would get in with a key that everybody knows or guesses */
    public ServerSettings {
        if (apiKey != null && !address(host).isLoopbackAddress() && isWeak(apiKey)) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    ("API_HOST is %s, which other machines can reach, and API_KEY is one that is known or has fewer than %d"
                                    + " characters; set a long random one, or make keys with ./rca keys create")
                            .formatted(host, MIN_KEY));
        }
    }

    /** {@code API_*} and {@code OIDC_*}. */
    public static ServerSettings of(Settings settings) {
        Optional<String> key = settings.text("API_KEY");
        String host = settings.text("API_HOST", "127.0.0.1");
        return new ServerSettings(
                host,
                settings.number("API_PORT", DEFAULT_PORT, 0, 65_535),
                key.orElse(null),
                settings.number("API_CACHE_MB", DEFAULT_CACHE_MB, 0, 16_384) * 1_048_576L,
                way(settings, address(host).isLoopbackAddress()),
                IdentitySettings.from(settings).orElse(null),
                settings.text("RCA_LAKE").orElse(null));
    }

    /** Limits and a log are for what others reach; within this machine they are there when asked for. */
    private static Way way(Settings settings, boolean isLoopback) {
        return new Way(
                tls(settings),
                set(settings.text("API_CORS_ORIGINS", "")),
                set(settings.text("API_TRUSTED_PROXIES", "")),
                settings.number("API_CONNECTIONS_PER_ADDRESS", DEFAULT_CONNECTIONS, 0, 100_000),
                settings.number("API_REQUESTS_PER_SECOND", isLoopback ? 0 : DEFAULT_PER_SECOND, 0, 1_000_000),
                settings.number("API_FAILED_KEYS_PER_MINUTE", DEFAULT_FAILURES, 0, 100_000),
                settings.number("API_ACCESS_LOG", isLoopback ? 0 : 1, 0, 1) == 1,
                new Sessions(SessionSecret.of(settings), settings.home().resolve("ended-sessions")),
                settings.text("API_PUBLIC_URL").map(ServerSettings::publicUrl).orElse(""));
    }

    private static String publicUrl(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                return text.replaceFirst("/+$", "");
            }
        } catch (IllegalArgumentException e) {
            // told below, as any other text that is no such address
        }
        throw new RcaException(
                ErrorCode.CONFIGURATION,
                "API_PUBLIC_URL is \"%s\"; it must be the address browsers use, such as https://rca.example.com"
                        .formatted(text));
    }

    private static @Nullable Tls tls(Settings settings) {
        Optional<String> certificate = settings.text("API_TLS_CERTIFICATE");
        Optional<String> key = settings.text("API_TLS_KEY");
        if (certificate.isEmpty() && key.isEmpty()) {
            return null;
        }
        return new Tls(file("API_TLS_CERTIFICATE", certificate.orElse("")), file("API_TLS_KEY", key.orElse("")));
    }

    private static Path file(String name, String text) {
        Path file = Path.of(text).toAbsolutePath();
        if (text.isEmpty() || !Files.isReadable(file) || Files.isDirectory(file)) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "%s is \"%s\"; it must be a PEM file this user can read (both API_TLS_CERTIFICATE and API_TLS_KEY)"
                            .formatted(name, text));
        }
        return file;
    }

    private static Set<String> set(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isWeak(String key) {
        return key.length() < MIN_KEY || KNOWN_KEYS.contains(key);
    }

    /** Whether other machines can reach it. */
    public boolean isReachable() {
        return !address().isLoopbackAddress();
    }

    InetAddress address() {
        return address(host);
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "API_HOST is \"%s\", which is no address of this machine; use 127.0.0.1 or 0.0.0.0".formatted(host),
                    e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
