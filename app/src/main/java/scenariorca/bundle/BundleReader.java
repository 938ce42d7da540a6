package scenariorca.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import tools.jackson.core.JacksonException;

/** Reads a bundle that anybody may have made: nothing is unpacked to disk, and no more is read than a bundle may hold. */
final class BundleReader {
    private static final int MOST_FILES = 20;
    private static final int MOST_BYTES = 200_000_000;

    private final Path path;

    private BundleReader(Path path) {
        this.path = path;
    }

    static EvidenceBundle read(Path path) {
        return new BundleReader(path).read();
    }

    private EvidenceBundle read() {
        Map<String, byte[]> files = files();
        try {
            BundleManifest manifest =
                    Json.mapper().readValue(wanted(files, EvidenceBundle.MANIFEST), BundleManifest.class);
            check(manifest, files);
            @Nullable
            RunEvidence evidence =
                    EvidenceJson.mapper().readValue(wanted(files, EvidenceBundle.EVIDENCE), RunEvidence.class);
            Diagnosis.explain(Objects.requireNonNull(evidence)); // nor may it hold nulls where there must be something
            String verdict = new String(wanted(files, EvidenceBundle.VERDICT), StandardCharsets.UTF_8);
            return new EvidenceBundle(
                    manifest.runId(), manifest.made().program(), evidence, verdict, Files.readAllBytes(path));
        } catch (JacksonException | IllegalArgumentException | NullPointerException | IOException e) {
            // Records refuse what must not exist, each in its own way.
            throw broken("holds JSON that is no evidence", e);
        }
    }

    private Map<String, byte[]> files() {
        var files = new HashMap<String, byte[]>();
        try (InputStream raw = Files.newInputStream(path);
                var zip = new ZipInputStream(raw)) {
            int left = MOST_BYTES;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || files.size() == MOST_FILES) {
                    throw broken("is larger than any bundle", null);
                }
                if (files.put(entry.getName(), content) != null) {
                    throw broken("holds a file twice", null);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw broken("cannot be read as a zip file", e);
        }
        return files;
    }

    /** Every file is the one that was put in, and there are no others. */
    private void check(BundleManifest manifest, Map<String, byte[]> files) {
        if (manifest.format() != BundleManifest.FORMAT) {
            throw broken("is of format %d, which this version does not know".formatted(manifest.format()), null);
        }
        for (BundleManifest.File file : manifest.files()) {
            if (!Sha256.hex(wanted(files, file.name())).equals(file.sha256())) {
                throw broken("was changed: %s is not the file that was put in".formatted(file.name()), null);
            }
        }
        if (files.size() != manifest.files().size() + 1) {
            throw broken("holds files that its manifest does not list", null);
        }
    }

    private byte[] wanted(Map<String, byte[]> files, String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw broken("lacks " + name, null);
        }
        return content;
    }

    private RcaException broken(String what, @Nullable Exception cause) {
        return new RcaException(
                ErrorCode.INVALID_INPUT,
                "%s is no whole evidence bundle: it %s; download it again from the run's page".formatted(path, what),
                cause);
    }
}
