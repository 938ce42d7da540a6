package scenariorca.simulator.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one JSON line per failed run, oldest run first. */
public final class TruthFile implements AutoCloseable {
    private record Line(Instant runAt, Instant endedAt, String json) {}

    /** Told of each line when it becomes known. */
    public interface Listener {
        void line(Instant endedAt, String json);
    }

    private final @Nullable Writer writer;
    private final Listener listener;
    private final List<Line> lines = new ArrayList<>();
    private long written;

    /** A truth file at this path, over an earlier one; null writes nowhere. */
    public TruthFile(@Nullable Path path) {
        this.listener = (endedAt, json) -> {};
        try {
            if (path == null) {
                writer = null;
                return;
            }
            Path parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Truths that are told and written nowhere. */
    public static TruthFile told(Listener listener) {
        return new TruthFile(listener);
    }

    private TruthFile(Listener listener) {
        this.writer = null;
        this.listener = listener;
    }

    /** Takes a line about a run that ends at a time: until then nobody knows that it fails. */
    public void add(Instant runAt, Instant endedAt, String json) {
        lines.add(new Line(runAt, endedAt, json));
    }

    /** How many lines are written. */
    public long written() {
        return written;
    }

    /** Writes the lines of runs that have ended by a time, oldest first. */
    public void writeUntil(Instant time) {
        var due = lines.stream()
                .filter(line -> !line.endedAt().isAfter(time))
                .sorted(Comparator.comparing(Line::runAt))
                .toList();
        lines.removeAll(due);
        try {
            for (Line line : due) {
                written++;
                listener.line(line.endedAt(), line.json());
                if (writer != null) {
                    writer.append(line.json()).append('\n');
                }
            }
            if (writer != null) {
                writer.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
