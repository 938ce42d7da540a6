package scenariorca.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * API keys: how they are made and how they are compared. A key is 256 random bits, so that a plain hash of it cannot be
 * guessed from; its beginning lets scanners for leaked secrets know it.
 */
public final class Secret {
    public static final String BEGINNING = "rca_";
    private static final int BYTES = 32;

    private Secret() {}

    /** A new key. Example: rca_ and 43 letters and digits. */
    public static String make() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256 in hexadecimal digits. */
    public static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
