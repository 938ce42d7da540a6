package scenariorca.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import tools.jackson.core.JacksonException;

/**
 * A chain's head to be kept where the warehouse's owner cannot write: from then on no entry up to it can be written anew
 * unseen.
 *
 * @param head the entry
 * @param exportedAt when it was taken
 * @param signature Ed25519, base64, over entry, hash and time; null when it was not signed
 */
public record SignedHead(
        ChainHead head, Instant exportedAt, @Nullable String signature) {
    private static final String ALGORITHM = "Ed25519";
    private static final int MOST_BYTES = 10_000;

    /** @param key a private key in PEM, as {@code openssl genpkey -algorithm ed25519} writes it; null for none */
    public static SignedHead of(ChainHead head, Instant now, @Nullable Path key) {
        var unsigned = new SignedHead(head, now, null);
        return key == null ? unsigned : new SignedHead(head, now, unsigned.sign(key));
    }

    /** As {@link #toJson} writes it. @throws RcaException INVALID_INPUT when the file is no such head */
    public static SignedHead read(Path file) {
        try {
            if (Files.size(file) <= MOST_BYTES) {
                SignedHead read = Json.mapper().readValue(Files.readString(file), SignedHead.class);
                if (read.head() != null && read.exportedAt() != null) {
                    return read;
                }
            }
        } catch (IOException | JacksonException e) {
            throw noHead(file, e);
        }
        throw noHead(file, null);
    }

    private static RcaException noHead(Path file, @Nullable Exception cause) {
        return new RcaException(
                ErrorCode.INVALID_INPUT,
                "%s holds no head of an audit chain; ./rca audit head --out <file> writes one".formatted(file),
                cause);
    }

    public String toJson() {
        return Json.writePretty(this) + "\n";
    }

    /**
     * Whether it was signed with the private key of {@code key}.
     *
     * @param key a public key in PEM, as {@code openssl pkey -pubout} writes it
     * @throws RcaException INVALID_INPUT when the key is none
     */
    public boolean isSignedBy(Path key) {
        if (signature == null) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(pem(key))));
            check.update(signedText());
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw noKey(key, "public", "openssl pkey -in key.pem -pubout", e);
        }
    }

    private String sign(Path key) {
        try {
            Signature sign = Signature.getInstance(ALGORITHM);
            sign.initSign(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pem(key))));
            sign.update(signedText());
            return Base64.getEncoder().encodeToString(sign.sign());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw noKey(key, "private", "openssl genpkey -algorithm ed25519", e);
        }
    }

    private byte[] signedText() {
        return "scenario-rca audit head %d %s %s"
                .formatted(head.entryNo(), head.entryHash(), exportedAt)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pem(Path file) {
        try {
            String text = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            return Base64.getDecoder().decode(text);
        } catch (IOException e) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "the key %s cannot be read".formatted(file), e);
        }
    }

    private static RcaException noKey(Path file, String kind, String made, Exception cause) {
        return new RcaException(
                ErrorCode.INVALID_INPUT,
                "%s is no %s Ed25519 key in PEM, or the signature is none; \"%s\" makes one"
                        .formatted(file, kind, made),
                cause);
    }
}
