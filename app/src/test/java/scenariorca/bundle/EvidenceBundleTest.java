package scenariorca.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.Stories;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;

final class EvidenceBundleTest {
    private static final EvidenceBundle.Origin ORIGIN = new EvidenceBundle.Origin("43", 7);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my-run-failed",
                "it-disappeared",
                "many-fail-validation",
                "nobody-changed-anything",
                "it-got-slow"
            })
    void the_bundle_of_a_story_gives_its_verdict_to_the_letter(String story) throws IOException {
        EvidenceBundle made = EvidenceBundle.of(Stories.evidence(story), ORIGIN, Map.of("more", List.of(1, 2)));
        Path file = Files.write(directory.resolve("bundle.zip"), made.zip());

        EvidenceBundle read = EvidenceBundle.read(file);

        assertThat(Json.write(read.verdict())).isEqualTo(Json.write(Diagnosis.explain(Stories.evidence(story))));
        assertThat(read.isSameVerdict(read.verdict())).isTrue();
        assertThat(read.evidence()).isEqualTo(Stories.evidence(story));
    }

    @Test
    void the_same_evidence_gives_the_same_bytes() {
        assertThat(bundle().zip()).isEqualTo(bundle().zip());
    }

    @Test
    void a_changed_file_is_told_by_its_hash() throws IOException {
        Map<String, byte[]> files = files();
        String verdict = new String(files.get("verdict.json"), StandardCharsets.UTF_8);
        files.put("verdict.json", verdict.replace("Treatment", "Market").getBytes(StandardCharsets.UTF_8));

        refused(files, "was changed: verdict.json is not the file that was put in");
    }

    @Test
    void a_missing_and_an_added_file_are_told() throws IOException {
        Map<String, byte[]> lacking = files();
        lacking.remove("evidence.json");
        refused(lacking, "lacks evidence.json");

        Map<String, byte[]> more = files();
        more.put("../outside.txt", "x".getBytes(StandardCharsets.UTF_8));
        refused(more, "holds files that its manifest does not list");
        assertThat(directory.resolve("../outside.txt")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "{\"format\": 1}", "{\"format\": 1, \"run_id\": 5", "\u0000"})
    void a_broken_manifest_is_one_clear_line(String manifest) throws IOException {
        Map<String, byte[]> files = files();
        files.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));

        refused(files, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"run\": null, \"transitions\": []}",
                "[[[[",
                "{\"run\": {\"run_id\": \"no id\"}}"
            })
    void evidence_that_is_none_is_one_clear_line(String evidence) throws IOException {
        Map<String, byte[]> files = files();
        byte[] bytes = evidence.getBytes(StandardCharsets.UTF_8);
        files.put("evidence.json", bytes);
        String manifest = new String(files.get("manifest.json"), StandardCharsets.UTF_8)
                .replace(Sha256.hex(files().get("evidence.json")), Sha256.hex(bytes));
        files.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));

        refused(files, "holds JSON that is no evidence");
    }

    @Test
    void evidence_without_a_run_is_one_clear_line() throws IOException {
        String evidence = new String(files().get("evidence.json"), StandardCharsets.UTF_8);

        evidence_that_is_none_is_one_clear_line(evidence.replaceFirst("\"run\":\\{", "\"run\":null,\"other\":{"));
    }

    @Test
    void deeply_nested_json_is_one_clear_line() throws IOException {
        evidence_that_is_none_is_one_clear_line("[".repeat(200_000));
    }

    @Test
    void a_bomb_is_not_unpacked() throws IOException {
        Path file = directory.resolve("bomb.zip");
        byte[] zeros = new byte[1_000_000];
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("evidence.json"));
            for (int megabyte = 0; megabyte < 400; megabyte++) {
                zip.write(zeros);
            }
        }
        assertThat(Files.size(file)).isLessThan(1_000_000);

        refused(file, "is larger than any bundle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no zip", "PK\u0003\u0004"})
    void a_file_of_something_else_is_one_clear_line(String text) throws IOException {
        refused(Files.writeString(directory.resolve("notes.txt"), text), "");
    }

    private static EvidenceBundle bundle() {
        return EvidenceBundle.of(Stories.evidence("my-run-failed"), ORIGIN, Map.of());
    }

    private Map<String, byte[]> files() throws IOException {
        Path file = Files.write(directory.resolve("whole.zip"), bundle().zip());
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    private void refused(Map<String, byte[]> files, String reason) throws IOException {
        Path file = directory.resolve("odd.zip");
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            for (var content : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(content.getKey()));
                zip.write(content.getValue());
            }
        }
        refused(file, reason);
    }

    private static void refused(Path file, String reason) {
        assertThatThrownBy(() -> EvidenceBundle.read(file))
                .isInstanceOf(RcaException.class)
                .hasMessageStartingWith(file + " is no whole evidence bundle: it " + reason)
                .hasMessageEndingWith("; download it again from the run's page")
                .message()
                .hasLineCount(1);
    }
}
