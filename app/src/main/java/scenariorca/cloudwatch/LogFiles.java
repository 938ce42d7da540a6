package scenariorca.cloudwatch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A place that holds files with log events: a folder, a bucket. */
interface LogFiles {
    /** Most files read from one place. */
    int MAX_FILES = 1_000_000;

    /** The files, by name. */
    List<LogFile> list() throws IOException;

    /** The bytes of a file, as they are stored. */
    InputStream open(LogFile file) throws IOException;

    /** Where this is, for people. */
    String address();

    /** Whether a file may hold events: AWS leaves a test file in every bucket it exports to, and editors leave hidden ones. */
    static boolean mayHoldEvents(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !last.isEmpty() && !last.startsWith(".") && !last.equals("aws-logs-write-test");
    }
}
