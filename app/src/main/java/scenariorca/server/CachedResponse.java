package scenariorca.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A finished answer: its bytes as they are and compressed, and all headers that belong to it. */
final class CachedResponse {
    /** Below this, compressing costs more than it saves. */
    private static final int WORTH_COMPRESSING = 1_000;

    private final byte[] body;
    private volatile byte @Nullable [] gzip;
    private final Head head;

    /**
     * What goes before the bytes.
     *
     * @param tag the ETag without quotes and encoding
     * @param contentType media type
     * @param version of the warehouse, as text
     * @param link the next page; null for none
     * @param route the pattern of the path, for the metrics. Example: /api/v1/rca/run/{run_id}/diagnostics
     */
    record Head(
            String tag,
            String contentType,
            String version,
            @Nullable String link,
            String route) {
        String etag(boolean isGzip) {
            return '"' + tag + (isGzip ? EntityTags.GZIP_SUFFIX : "") + '"';
        }
    }

    private final String etag;
    private final String gzipEtag;

    CachedResponse(byte[] body, Head head) {
        this.body = body;
        this.head = head;
        this.etag = head.etag(false);
        this.gzipEtag = head.etag(true);
    }

    Head head() {
        return head;
    }

    String etag(boolean isGzip) {
        return isGzip ? gzipEtag : etag;
    }

    boolean isWorthCompressing() {
        return body.length >= WORTH_COMPRESSING;
    }

    byte[] body() {
        return body;
    }

    /** Compressed when first asked for: most callers always or never ask. */
    byte[] gzip() {
        byte[] known = gzip;
        if (known != null) {
            return known;
        }
        var bytes = new ByteArrayOutputStream(body.length / 4 + 64);
        try (var out = new GZIPOutputStream(bytes, 8_192)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] made = bytes.toByteArray();
        gzip = made;
        return made;
    }

    /** Estimated bytes in memory, with the compressed body that may come. */
    int weight() {
        return body.length + body.length / 3 + 500;
    }
}
