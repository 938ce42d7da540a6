package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.access.Scope;
import scenariorca.bundle.EvidenceBundle;
import scenariorca.platform.Json;
import scenariorca.report.ReportDatabase;
import scenariorca.warehouse.Viewer;

final class EvidenceBundleAnswerTest {
    private static final String RUN = "/run/4e000000-0000-4000-8000-0000000000";
    private static final String BASE = "/api/v1/rca";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/zip", "application/*"})
    void a_bundle_gives_the_verdict_that_the_explanation_is(String accept) throws IOException {
        TestServer server = TestServer.shared();
        HttpResponse<byte[]> found = bytes(server, BASE + RUN + "03/evidence-bundle", "Accept", accept);

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.headers().firstValue("Content-Type")).contains("application/zip");
        EvidenceBundle read = EvidenceBundle.read(Files.write(directory.resolve("b.zip"), found.body()));
        String explanation = server.get(BASE + RUN + "03/explanation").body();
        assertThat(Json.write(read.verdict())).isEqualTo(explanation);
        assertThat(files(found.body()))
                .containsOnlyKeys("manifest.json", "evidence.json", "verdict.json", "run.json", "baseline_inputs.json");
        assertThat(bytes(server, RUN + "03/evidence-bundle.zip").body()).isEqualTo(found.body());
    }

    @Test
    void a_run_that_nobody_knows_has_no_bundle() {
        assertThat(TestServer.shared().get(BASE + RUN + "99/evidence-bundle").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_restricted_viewer_gets_bundles_of_its_own_runs_with_nothing_of_others() throws IOException {
        try (ReportDatabase database = ReportDatabase.filled("bundles");
                TestServer server = TestServer.start(database, "a key of the operator")) {
            String key = database.access()
                    .create("metabolic", Scope.READ, new Viewer(false, List.of("Metabolic"), null), null);

            assertThat(bytes(server, BASE + RUN + "03/evidence-bundle", "X-API-Key", key)
                            .statusCode())
                    .isEqualTo(404);
            String own = Json.read(server.get(BASE + "/runs", "X-API-Key", key).body())
                    .at("/items/0/run_id")
                    .stringValue();
            HttpResponse<byte[]> found = bytes(server, BASE + "/run/" + own + "/evidence-bundle", "X-API-Key", key);
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(files(found.body()))
                    .allSatisfy((name, text) -> assertThat(text)
                            .as(name)
                            .doesNotContain("5c000000-0000-4000-8000-000000000001")
                            .doesNotContain("5c000000-0000-4000-8000-000000000002")
                            .doesNotContain("Oncology"));
        }
    }

    private static HttpResponse<byte[]> bytes(TestServer server, String path, String... headers) {
        return server.send("GET", path, HttpResponse.BodyHandlers.ofByteArray(), headers);
    }

    private static Map<String, String> files(byte[] bundle) throws IOException {
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
