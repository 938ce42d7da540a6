package scenariorca.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import scenariorca.bundle.EvidenceJson;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs kept with what was known of them, one JSON object a line, compressed: judged again, or learned from, in seconds instead of
 * the minutes it takes to simulate and load them.
 */
final class CaseFile implements AutoCloseable {
    private static final JsonMapper MAPPER = EvidenceJson.mapper();

    private final BufferedWriter file;

    private CaseFile(BufferedWriter file) {
        this.file = file;
    }

    /** A new file, or an old one written anew. */
    static CaseFile write(Path path) {
        try {
            return new CaseFile(new BufferedWriter(
                    new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(path)), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw unusable("cannot write cases to " + path + "; name a file in a folder that can be written", e);
        }
    }

    void add(Object known) {
        try {
            file.write(line(known));
            file.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String line(Object known) {
        return MAPPER.writeValueAsString(known);
    }

    static KnownCase of(String line) {
        return MAPPER.readValue(line, KnownCase.class);
    }

    /** Hands over each case of a file, in its order, one at a time. */
    static void read(Path path, Consumer<KnownCase> cases) {
        read(path, KnownCase.class, cases);
    }

    /** The same of a file that holds something else a line. */
    static <T> void read(Path path, Class<T> type, Consumer<T> cases) {
        if (!Files.isReadable(path)) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "there is no file " + path + " to read cases from; check --from");
        }
        try (var file = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            for (String line = file.readLine(); line != null; line = file.readLine()) {
                cases.accept(MAPPER.readValue(line, type));
            }
        } catch (IOException | JacksonException e) {
            throw unusable(
                    path + " holds no cases this version can read; make it anew with --keep of the same benchmark", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RcaException unusable(String message, Exception cause) {
        return new RcaException(ErrorCode.INVALID_INPUT, message, cause);
    }
}
