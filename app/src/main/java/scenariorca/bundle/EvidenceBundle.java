package scenariorca.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.Verdict;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;

/**
 * A verdict and all it was made of. The same state of the warehouse gives the same bytes.
 *
 * @param runId the run it is about
 * @param program version of the program that made it
 * @param evidence what the verdict was made of
 * @param verdictJson the verdict, as the API answers it
 * @param zip all of it, with the log lines, the inputs of both runs and the hash of each file
 */
public record EvidenceBundle(UUID runId, String program, RunEvidence evidence, String verdictJson, byte[] zip) {
    static final String MANIFEST = "manifest.json";
    static final String EVIDENCE = "evidence.json";
    static final String VERDICT = "verdict.json";

    /** Zip files know no time before. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * The state of the warehouse that a bundle is made from.
     *
     * @param schemaVersion version of its tables. Example: 43
     * @param version of its content
     */
    public record Origin(String schemaVersion, long version) {}

    /** @param more what else goes into it, by name without ending; written as JSON */
    public static EvidenceBundle of(RunEvidence evidence, Origin origin, Map<String, Object> more) {
        Verdict verdict = Diagnosis.explain(evidence);
        byte[] verdictJson = Json.mapper().writeValueAsBytes(verdict);
        var files = new TreeMap<String, byte[]>();
        files.put(EVIDENCE, EvidenceJson.mapper().writeValueAsBytes(evidence));
        files.put(VERDICT, verdictJson);
        more.forEach((name, content) -> files.put(name + ".json", Json.mapper().writeValueAsBytes(content)));
        UUID runId = evidence.run().runId().value();
        String program = programVersion();
        var listed = new ArrayList<BundleManifest.File>();
        files.forEach((name, bytes) -> listed.add(new BundleManifest.File(name, bytes.length, Sha256.hex(bytes))));
        var made = new BundleManifest.Made(program, origin.schemaVersion(), origin.version());
        byte[] manifest =
                Json.mapper().writeValueAsBytes(new BundleManifest(BundleManifest.FORMAT, runId, made, listed));
        return new EvidenceBundle(
                runId, program, evidence, new String(verdictJson, StandardCharsets.UTF_8), zip(manifest, files));
    }

    /** @throws RcaException INVALID_INPUT, in one line, when the file is no whole bundle */
    public static EvidenceBundle read(Path file) {
        return BundleReader.read(file);
    }

    /** The verdict, made again. */
    public Verdict verdict() {
        return Diagnosis.explain(evidence);
    }

    /** Whether this program's verdict is, to the letter, the one the bundle came with. */
    public boolean isSameVerdict(Verdict again) {
        return Json.write(again).equals(verdictJson);
    }

    /** The version of this program. */
    public static String programVersion() {
        String version = EvidenceBundle.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    private static byte[] zip(byte[] manifest, TreeMap<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, MANIFEST, manifest);
            for (var file : files.entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
