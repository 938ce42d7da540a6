package scenariorca.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The exact ETag of an answer, known from the question and the warehouse's version alone. The program's version is part
 * of it, as another program may answer otherwise.
 */
final class EntityTags {
    private static final int BYTES = 15;
    /** A strong tag names bytes, and the compressed ones are others. */
    static final String GZIP_SUFFIX = "-gzip";

    private final byte[] program;

    EntityTags(String programVersion) {
        this.program = programVersion.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the quotes. */
    String of(AnswerKey key, boolean isForToday) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(program);
            byte[] digest = sha.digest(key.bytes(isForToday));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a caller's If-None-Match names {@code tag} in any encoding. */
    static boolean names(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        int at = ifNoneMatch.indexOf(tag);
        if (at > 0 && ifNoneMatch.charAt(at - 1) == '"') {
            String rest = ifNoneMatch.substring(at + tag.length());
            return rest.startsWith("\"") || rest.startsWith(GZIP_SUFFIX + "\"");
        }
        return ifNoneMatch.strip().equals("*");
    }
}
