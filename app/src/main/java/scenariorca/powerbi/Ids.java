package scenariorca.powerbi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that depend on nothing but the name of what they stand for, so that a rewritten project differs only where it must. */
final class Ids {
    private static final String NAMESPACE = "scenario-rca/powerbi/";
    private static final int NAME_LENGTH = 20;

    private Ids() {}

    /** A UUID (version 5 by form). */
    static String uuid(String name) {
        byte[] hash = sha1(name);
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        String hex = HexFormat.of().formatHex(hash, 0, 16);
        return "%s-%s-%s-%s-%s"
                .formatted(
                        hex.substring(0, 8),
                        hex.substring(8, 12),
                        hex.substring(12, 16),
                        hex.substring(16, 20),
                        hex.substring(20));
    }

    /** Name of a page, visual or filter: 20 hexadecimal digits. */
    static String name(String what) {
        return HexFormat.of().formatHex(sha1(what)).substring(0, NAME_LENGTH);
    }

    private static byte[] sha1(String name) {
        try {
            return MessageDigest.getInstance("SHA-1").digest((NAMESPACE + name).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
