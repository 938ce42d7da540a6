package scenariorca.simulator.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.engine.InputText;

/** Writes log events to one file per log group, in the order CloudWatch received them. */
public final class LogBook implements AutoCloseable {
    private record Queued(CloudEvent event, long number) {}

    private final Map<PlatformLog, Writer> writers = new EnumMap<>(PlatformLog.class);
    private final PriorityQueue<Queued> queue = new PriorityQueue<>(
            Comparator.comparing((Queued queued) -> queued.event().ingestedAt()).thenComparing(Queued::number));
    private long number;
    private long written;

    /** A book that writes into a directory, over what an earlier run left there; null writes nowhere. */
    public LogBook(@Nullable Path directory) {
        if (directory == null) {
            return;
        }
        try {
            Files.createDirectories(directory);
            for (PlatformLog group : PlatformLog.values()) {
                writers.put(
                        group, Files.newBufferedWriter(directory.resolve(group.fileName()), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(CloudEvent event) {
        if (!writers.isEmpty()) {
            queue.add(new Queued(event, number++));
        }
    }

    /** How many events are written. */
    public long written() {
        return written;
    }

    /** Writes what CloudWatch has received up to a time. */
    public void writeUntil(Instant time) {
        try {
            while (!queue.isEmpty() && !queue.element().event().ingestedAt().isAfter(time)) {
                write(queue.remove().event());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes what is written readable by others. */
    public void flush() {
        try {
            for (Writer writer : writers.values()) {
                writer.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(CloudEvent event) throws IOException {
        var line = new StringBuilder(400);
        line.append("{\"logGroup\":\"").append(event.group().cloudWatchName());
        line.append("\",\"logStream\":\"").append(event.stream());
        line.append("\",\"eventId\":\"").append(event.eventId());
        line.append("\",\"timestamp\":").append(event.timestamp().toEpochMilli());
        line.append(",\"ingestionTime\":").append(event.ingestedAt().toEpochMilli());
        line.append(",\"message\":");
        InputText.quote(event.message(), line);
        line.append("}\n");
        Writer writer = writers.get(event.group());
        if (writer != null) {
            writer.append(line);
            written++;
        }
    }

    @Override
    public void close() {
        try {
            for (Writer writer : writers.values()) {
                writer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
