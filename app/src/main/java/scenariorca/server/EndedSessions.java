package scenariorca.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions whose people signed out before they ended by themselves; kept in {@code RCA_HOME}, so that a restart brings none
 * back. Servers with homes of their own behind one address do not know of each other's.
 */
final class EndedSessions {
    private static final Logger log = LoggerFactory.getLogger(EndedSessions.class);

    private final @Nullable Path file;
    private final Clock clock;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    /** @param file one line a session: its id, a space, the second of 1970 at which it ends; null to keep them in memory */
    EndedSessions(@Nullable Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        if (file != null) {
            read(file);
        }
    }

    boolean has(String id) {
        return until.containsKey(id);
    }

    synchronized void add(String id, Instant end) {
        Instant now = clock.instant();
        until.values().removeIf(past -> past.isBefore(now));
        if (id.isEmpty() || until.putIfAbsent(id, end) != null || file == null) {
            return;
        }
        try {
            Files.writeString(file, line(id, end), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            log.warn("a session that was ended is good again after a restart: {} cannot be written", file);
        }
    }

    private static String line(String id, Instant end) {
        return id + " " + end.getEpochSecond() + "\n";
    }

    /** What has ended by itself meanwhile is left out, and goes from the file. */
    private void read(Path from) {
        if (!Files.exists(from)) {
            return;
        }
        try {
            for (String text : Files.readAllLines(from)) {
                String[] parts = text.split(" ");
                if (parts.length == 2 && parts[1].matches("\\d{1,12}")) {
                    until.put(parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1])));
                }
            }
            until.values().removeIf(end -> end.isBefore(clock.instant()));
            List<String> lines = until.entrySet().stream()
                    .map(entry -> line(entry.getKey(), entry.getValue()))
                    .toList();
            Files.writeString(from, String.join("", lines));
        } catch (IOException e) {
            log.warn("sessions that were ended may be good again: {} cannot be read or written", from);
        }
    }
}
