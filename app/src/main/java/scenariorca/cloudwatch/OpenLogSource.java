package scenariorca.cloudwatch;

import java.util.List;
import scenariorca.logs.LogSource;

/**
 * Where log events are read from, and which.
 *
 * @param source the source, opened; it is read group by group
 * @param groups the groups to read
 * @param isFiles whether it is a finite set of files, to be read whole rather than in windows
 * @param address where it is, for people. Example: {@code CloudWatch Logs in eu-west-1}
 * @param onClose lets go of connections
 */
public record OpenLogSource(
        LogSource source, List<WatchedGroup> groups, boolean isFiles, String address, Runnable onClose)
        implements AutoCloseable {
    public OpenLogSource {
        groups = List.copyOf(groups);
    }

    @Override
    public void close() {
        onClose.run();
    }
}
