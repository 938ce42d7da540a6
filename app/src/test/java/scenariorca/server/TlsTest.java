package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.report.ReportDatabase;

/** HTTPS with a certificate from files, which may be renewed while the server runs; and other sites' pages. */
final class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path directory;

    @Test
    void a_certificate_from_files_is_served_and_served_anew_when_the_files_change() throws Exception {
        Path certificate = directory.resolve("tls.crt");
        Path key = directory.resolve("tls.key");
        write("first", certificate, key);
        try (TestServer server = TestServer.with(ReportDatabase.filled("tls"), settings(certificate, key))) {
            assertThat(subject(server)).isEqualTo("CN=first");
            HttpResponse<String> response = get(server, "/health/live");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Strict-Transport-Security"))
                    .isPresent();

            write("second", certificate, key);

            long end = System.nanoTime() + 30_000_000_000L;
            while (!subject(server).equals("CN=second")) {
                assertThat(System.nanoTime())
                        .as("the new certificate is served")
                        .isLessThan(end);
            }
        }
    }

    @Test
    void a_missing_file_is_named_before_the_server_starts() {
        assertThatExceptionOfType(RcaException.class)
                .isThrownBy(() -> settings(directory.resolve("none.crt"), directory.resolve("none.key")))
                .withMessageContaining("API_TLS_CERTIFICATE")
                .matches(e -> e.code().exitCode() == 2);
    }

    @Test
    void a_key_of_another_certificate_and_files_of_another_kind_are_told_before_the_server_starts() throws Exception {
        Path certificate = directory.resolve("tls.crt");
        Path key = directory.resolve("tls.key");
        Path other = directory.resolve("other.key");
        write("second", certificate, other);
        write("first", certificate, key);

        assertRefused(certificate, other, "API_TLS_KEY", "not the key of the certificate");
        assertRefused(key, key, "API_TLS_CERTIFICATE", "holds no certificate");
        Files.writeString(other, "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----\n");
        assertRefused(certificate, other, "API_TLS_KEY", "without a password");
        Files.writeString(other, "nothing");
        assertRefused(certificate, other, "API_TLS_KEY", "holds no private key");
    }

    private static void assertRefused(Path certificate, Path key, String... words) {
        assertThatExceptionOfType(RcaException.class)
                .isThrownBy(() -> TlsFiles.check(new ServerSettings.Tls(certificate, key), Clock.systemUTC()))
                .withMessageContainingAll(words)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION));
    }

    @Test
    void only_the_origins_of_the_settings_may_read() {
        var settings = ServerSettings.of(Settings.of(Map.of(
                "API_PORT", "0",
                "API_SESSION_SECRET", "of this server, long enough to be a secret",
                "API_CORS_ORIGINS", "https://portal.example, https://other.example")));
        try (TestServer server = TestServer.with(ReportDatabase.filled("origins"), settings)) {
            var allowed = server.get("/api/v1/rca/runs", "Origin", "https://portal.example")
                    .headers();
            var foreign = server.get("/api/v1/rca/runs", "Origin", "https://evil.example")
                    .headers();

            assertThat(allowed.firstValue("Access-Control-Allow-Origin")).hasValue("https://portal.example");
            assertThat(allowed.allValues("Vary")).contains("Origin");
            assertThat(allowed.firstValue("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(foreign.firstValue("Access-Control-Allow-Origin")).isEmpty();
            HttpResponse<String> preflight = server.send(
                    "OPTIONS",
                    "/api/v1/rca/runs",
                    "Origin",
                    "https://portal.example",
                    "Access-Control-Request-Method",
                    "GET");
            assertThat(preflight.statusCode()).isEqualTo(204);
        }
    }

    private static ServerSettings settings(Path certificate, Path key) {
        return ServerSettings.of(Settings.of(Map.of(
                "API_PORT",
                "0",
                "API_SESSION_SECRET",
                "of this server, long enough to be a secret",
                "API_TLS_CERTIFICATE",
                certificate.toString(),
                "API_TLS_KEY",
                key.toString())));
    }

    private static String subject(TestServer server) throws IOException, GeneralSecurityException {
        try (var socket = (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    private static HttpResponse<String> get(TestServer server, String path) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Trusts any certificate: it is the files that are looked at here. */
    private static SSLContext trusting() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
        return context;
    }

    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** A self-signed certificate and its key, as PEM files. */
    private void write(String name, Path certificate, Path key) throws Exception {
        Path store = directory.resolve(name + ".p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "tls",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(said).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        Files.writeString(key, pem("PRIVATE KEY", keys.getKey("tls", PASSWORD).getEncoded()));
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate("tls").getEncoded()));
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes), kind);
    }
}
