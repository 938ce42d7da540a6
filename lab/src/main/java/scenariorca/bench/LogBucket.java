package scenariorca.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.Json;

/** Log events of services in a folder of packed objects, as a subscription filter leaves them in a bucket. */
public final class LogBucket {
    private LogBucket() {}

    /**
     * Writes one; the same numbers give the same events, each with an id of its own.
     *
     * @param days the events are spread over these days from {@code from} on
     */
    public static void write(Path folder, int events, int objects, Instant from, int days) throws IOException {
        Files.createDirectories(folder);
        var source = new SyntheticLogSource(events, from, days);
        int each = Math.ceilDiv(events, objects);
        for (int first = 0; first < events; first += each) {
            Path object = folder.resolve(String.format(Locale.ROOT, "%06d.gz", first / each));
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(object), 1 << 16)) {
                for (RawLogEvent event : source.page(first, Math.min(events, first + each))) {
                    out.write(line(event).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static String line(RawLogEvent event) {
        Instant arrived = event.ingestedAt();
        return Json.mapper()
                        .createObjectNode()
                        .put("logGroup", event.group())
                        .put("logStream", event.stream())
                        .put("eventId", event.eventId())
                        .put("timestamp", event.timestamp().toEpochMilli())
                        .put("ingestionTime", arrived == null ? null : arrived.toEpochMilli())
                        .put("message", event.message())
                + "\n";
    }
}
