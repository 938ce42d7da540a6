package scenariorca.cloudwatch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import scenariorca.files.LogFile;

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
}
