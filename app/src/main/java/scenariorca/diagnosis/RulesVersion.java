package scenariorca.diagnosis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Which rules a verdict was made with: the program's version and a hash of the weights. Example: {@code 1.0.0+3fa94c1d}. */
public final class RulesVersion {
    private static final int DIGITS = 8;
    private static final String NOW = program() + "+" + weights();

    private RulesVersion() {}

    /** That of this program. */
    public static String now() {
        return NOW;
    }

    private static String program() {
        String version = RulesVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static String weights() {
        try {
            byte[] table = Weights.standard().written("").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(table))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
