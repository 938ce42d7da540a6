package scenariorca.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scenariorca.api.Paths;
import scenariorca.web.Site;

/** Decides who may enter: with a key set, those who send it; health, the document and its page, and the
 * sign-in page are open to all. */
final class Door {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:.%]*:[0-9a-fA-F:.%]*]?");

    private final byte @Nullable [] expected;

    Door(@Nullable String apiKey) {
        this.expected = apiKey == null ? null : digest(apiKey);
    }

    boolean admits(String path, @Nullable String key) {
        if (expected == null || isOpen(path)) {
            return true;
        }
        return key != null && isKey(key);
    }

    /** Whether this is the key; never without one. */
    boolean isKey(String key) {
        // Digests are of one length and compared in constant time: neither length nor content leaks.
        return expected != null && MessageDigest.isEqual(expected, digest(key));
    }

    /**
     * Whether a request comes under a name that only a foreign web page would use. Without a key, a page elsewhere could
     * point its own name at this machine and have a browser read the API for it; an address or localhost cannot be that.
     */
    boolean isForeign(String serverName) {
        return expected == null
                && !serverName.equals("localhost")
                && !ADDRESS.matcher(serverName).matches();
    }

    private static boolean isOpen(String path) {
        return path.equals(Paths.OPENAPI)
                || path.equals(Paths.DOCS)
                || path.startsWith(Paths.DOCS + "/")
                || path.startsWith(Paths.HEALTH + "/")
                || Site.isOpen(path);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
