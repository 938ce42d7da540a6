package scenariorca.files;

import java.time.Instant;

/**
 * A file with log events.
 *
 * @param name path below the place that holds it, with {@code /}. Example: {@code export-1/engine-1/000000.gz}
 * @param bytes its size
 * @param modifiedAt when it was last written
 */
public record LogFile(String name, long bytes, Instant modifiedAt) {
    /** The directory that holds it, which in an export is the log stream; its own name when there is none. */
    String parent() {
        int end = name.lastIndexOf('/');
        return end < 0 ? name : name.substring(name.lastIndexOf('/', end - 1) + 1, end);
    }

    /** Whether a file may hold events: AWS leaves a test file in every bucket it exports to, and editors leave hidden ones. */
    public static boolean mayHoldEvents(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !last.isEmpty() && !last.startsWith(".") && !last.equals("aws-logs-write-test");
    }
}
