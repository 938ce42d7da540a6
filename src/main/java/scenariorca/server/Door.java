package scenariorca.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import scenariorca.api.Paths;

/** Decides who may enter: with a key set, those who send it; health, the document and its page are open to all. */
final class Door {
    private final byte @Nullable [] expected;

    Door(@Nullable String apiKey) {
        this.expected = apiKey == null ? null : digest(apiKey);
    }

    boolean admits(String path, @Nullable String key) {
        if (expected == null || isOpen(path)) {
            return true;
        }
        // Digests are of one length and compared in constant time: neither length nor content leaks.
        return key != null && MessageDigest.isEqual(expected, digest(key));
    }

    private static boolean isOpen(String path) {
        return path.equals(Paths.OPENAPI)
                || path.equals(Paths.DOCS)
                || path.startsWith(Paths.DOCS + "/")
                || path.startsWith(Paths.HEALTH + "/");
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
