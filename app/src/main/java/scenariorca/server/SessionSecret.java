package scenariorca.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;

/**
 * What signs the cookies of those who signed in: {@code API_SESSION_SECRET}, which several servers behind one address must
 * share, else one made once and kept in {@code RCA_HOME}, so that a restart signs nobody out.
 */
final class SessionSecret {
    private static final int MIN_LENGTH = 32;
    private static final int BYTES = 32;

    private SessionSecret() {}

    static byte[] of(Settings settings) {
        Optional<String> given = settings.text("API_SESSION_SECRET");
        if (given.isPresent()) {
            if (given.get().length() < MIN_LENGTH) {
                throw new RcaException(
                        ErrorCode.CONFIGURATION,
                        "API_SESSION_SECRET must have at least %d random characters".formatted(MIN_LENGTH));
            }
            return given.get().getBytes(StandardCharsets.UTF_8);
        }
        Path file = settings.home().resolve("session-secret");
        try {
            return kept(file);
        } catch (IOException e) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "%s cannot be read or written; let this user write there, or set API_SESSION_SECRET"
                            .formatted(file),
                    e);
        }
    }

    private static byte[] kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "session", ".new");
            Files.writeString(fresh, Base64.getEncoder().encodeToString(random()));
            try {
                Files.move(fresh, file);
            } catch (FileAlreadyExistsException e) {
                // another server of this home was quicker: its secret is ours
                Files.delete(fresh);
            }
        }
        return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
