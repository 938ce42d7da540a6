package scenariorca.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.pem.PemContent;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** Looks at certificate and key before they are served: a wrong pair would start, and refuse every handshake. */
final class TlsFiles {
    private static final Logger log = LoggerFactory.getLogger("rca.serve");

    private TlsFiles() {}

    /**
     * Warns of a certificate that is not valid now: renewed files are served without a start.
     *
     * @throws RcaException CONFIGURATION when a file is none of its kind, or the key is another certificate's
     */
    static void check(ServerSettings.Tls tls, Clock clock) {
        X509Certificate certificate = certificate(tls.certificate());
        PrivateKey key = key(tls.key());
        if (!isPair(certificate.getPublicKey(), key)) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "API_TLS_KEY is \"%s\", which is not the key of the certificate in \"%s\"; give the key it was requested with"
                            .formatted(tls.key(), tls.certificate()));
        }
        var now = java.util.Date.from(clock.instant());
        if (now.after(certificate.getNotAfter()) || now.before(certificate.getNotBefore())) {
            log.warn(
                    "API_TLS_CERTIFICATE={} is valid from {} to {} only: browsers refuse it",
                    tls.certificate(),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        }
    }

    private static X509Certificate certificate(Path file) {
        try {
            return PemContent.load(file).getCertificates().getFirst();
        } catch (IOException | RuntimeException e) { // whatever a broken file makes of its reader
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "API_TLS_CERTIFICATE is \"%s\", which holds no certificate; it must be a PEM file that begins with -----BEGIN CERTIFICATE-----"
                            .formatted(file),
                    e);
        }
    }

    private static PrivateKey key(Path file) {
        try {
            return Objects.requireNonNull(PemContent.load(file).getPrivateKey());
        } catch (IOException | RuntimeException e) { // whatever a broken file makes of its reader
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "API_TLS_KEY is \"%s\", which holds no private key that can be read without a password; openssl pkey -in %s -out plain.key writes one"
                            .formatted(file, file.getFileName()),
                    e);
        }
    }

    /** Whether what the one signs the other confirms. */
    private static boolean isPair(PublicKey publicKey, PrivateKey key) {
        String family = publicKey.getAlgorithm();
        String algorithm = switch (family) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> family;
        };
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update((byte) 1);
            byte[] signed = signing.sign();
            Signature confirming = Signature.getInstance(algorithm);
            confirming.initVerify(publicKey);
            confirming.update((byte) 1);
            return confirming.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // the key is of another kind
        }
    }
}
