package scenariorca.cloudwatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.Json;
import tools.jackson.databind.node.ObjectNode;

/** Writes log files in the formats of CloudWatch. */
final class LogFileWriter {
    private LogFileWriter() {}

    /** One line of the simulated platform. */
    static String line(RawLogEvent event) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("logGroup", event.group());
        json.put("logStream", event.stream());
        json.put("eventId", event.eventId());
        json.put("timestamp", event.timestamp().toEpochMilli());
        if (event.ingestedAt() != null) {
            json.put("ingestionTime", event.ingestedAt().toEpochMilli());
        }
        json.put("message", event.message());
        return json + "\n";
    }

    static String lines(List<RawLogEvent> events) {
        return events.stream().map(LogFileWriter::line).collect(Collectors.joining());
    }

    /** A record of a subscription filter, as Firehose delivers it: no line end behind it. */
    static String record(List<RawLogEvent> events) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("messageType", "DATA_MESSAGE");
        json.put("owner", "123456789012");
        json.put("logGroup", events.getFirst().group());
        json.put("logStream", events.getFirst().stream());
        json.putArray("subscriptionFilters").add("all");
        var list = json.putArray("logEvents");
        for (RawLogEvent event : events) {
            list.addObject()
                    .put("id", event.eventId())
                    .put("timestamp", event.timestamp().toEpochMilli())
                    .put("message", event.message());
        }
        return json.toString();
    }

    static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] packed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] together(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
