package scenariorca.spark;

import java.io.Serializable;
import java.time.Instant;
import scenariorca.files.LogFile;

/**
 * One object of the input.
 *
 * @param name path below the place that holds it
 * @param modifiedMillis when it was last written, since 1970
 */
record LogObject(String name, long bytes, long modifiedMillis) implements Serializable {
    /** Its name in the ledger; another one once it is written anew. */
    String chunkId() {
        return name + " " + bytes + " " + modifiedMillis;
    }

    LogFile file() {
        return new LogFile(name, bytes, Instant.ofEpochMilli(modifiedMillis));
    }
}
