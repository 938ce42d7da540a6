package scenariorca.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;

/**
 * Where the server listens, and who may ask.
 *
 * @param host name or address to listen on. Example: 127.0.0.1
 * @param port 0 for any free one
 * @param apiKey what callers must send; null lets everyone in, which only a loopback address may
 * @param cacheBytes most bytes of finished answers to keep
 */
public record ServerSettings(
        String host, int port, @Nullable String apiKey, long cacheBytes) {
    private static final int DEFAULT_PORT = 8000;
    private static final int DEFAULT_CACHE_MB = 64;

    /** @throws RcaException CONFIGURATION when a server without a key would be open to other machines */
    public ServerSettings {
        if (apiKey == null && !address(host).isLoopbackAddress()) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    ("API_HOST is %s, which other machines can reach, and API_KEY is not set; set API_KEY, or set API_HOST"
                                    + " to 127.0.0.1")
                            .formatted(host));
        }
    }

    /** {@code API_HOST}, {@code API_PORT}, {@code API_KEY}, {@code API_CACHE_MB}. */
    public static ServerSettings of(Settings settings) {
        Optional<String> key = settings.text("API_KEY");
        return new ServerSettings(
                settings.text("API_HOST", "127.0.0.1"),
                settings.number("API_PORT", DEFAULT_PORT, 0, 65_535),
                key.orElse(null),
                settings.number("API_CACHE_MB", DEFAULT_CACHE_MB, 0, 16_384) * 1_048_576L);
    }

    public ServerSettings withPort(int other) {
        return new ServerSettings(host, other, apiKey, cacheBytes);
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
