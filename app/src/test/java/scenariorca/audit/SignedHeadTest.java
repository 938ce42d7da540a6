package scenariorca.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.platform.RcaException;

final class SignedHeadTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final ChainHead HEAD = new ChainHead(12, "ab".repeat(32));

    @TempDir
    private Path directory;

    @Test
    void a_head_that_was_signed_and_written_is_read_as_signed_by_that_key_alone() throws Exception {
        KeyPair keys = pair();
        Path file = write(
                "head.json",
                SignedHead.of(HEAD, NOW, pem("key.pem", keys.getPrivate())).toJson());

        SignedHead read = SignedHead.read(file);

        assertThat(read.head()).isEqualTo(HEAD);
        assertThat(read.isSignedBy(pem("public.pem", keys.getPublic()))).isTrue();
        assertThat(read.isSignedBy(pem("other.pem", pair().getPublic()))).isFalse();
    }

    @Test
    void a_head_changed_after_it_was_signed_is_not_signed() throws Exception {
        KeyPair keys = pair();
        SignedHead signed = SignedHead.of(HEAD, NOW, pem("key.pem", keys.getPrivate()));
        Path key = pem("public.pem", keys.getPublic());

        assertThat(new SignedHead(new ChainHead(11, HEAD.entryHash()), NOW, signed.signature()).isSignedBy(key))
                .isFalse();
        assertThat(new SignedHead(HEAD, NOW.plusSeconds(1), signed.signature()).isSignedBy(key))
                .isFalse();
        assertThat(SignedHead.of(HEAD, NOW, null).isSignedBy(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "no json", "{\"head\": null, \"exported_at\": \"2026-11-30T12:00:00Z\"}"})
    void a_file_that_is_no_head_is_one_clear_line(String text) throws IOException {
        Path file = write("odd.json", text);

        assertThatThrownBy(() -> SignedHead.read(file))
                .isInstanceOf(RcaException.class)
                .hasMessage(file + " holds no head of an audit chain; ./rca audit head --out <file> writes one");
    }

    @Test
    void a_key_of_another_kind_is_one_clear_line() throws Exception {
        Path key = write("key.pem", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> SignedHead.of(HEAD, NOW, key))
                .isInstanceOf(RcaException.class)
                .hasMessageStartingWith(key + " is no private Ed25519 key in PEM");
    }

    private static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private Path pem(String name, Key key) throws IOException {
        String kind = "PKCS#8".equals(key.getFormat()) ? "PRIVATE" : "PUBLIC";
        return write(
                name,
                "-----BEGIN %2$s KEY-----%n%1$s%n-----END %2$s KEY-----%n"
                        .formatted(Base64.getMimeEncoder().encodeToString(key.getEncoded()), kind));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
