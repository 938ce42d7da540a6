package scenariorca.cloudwatch;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.files.LogFile;
import scenariorca.logs.LogRequest;
import scenariorca.logs.RawLogEvent;

/** What is known of a file that was read to its end: which groups it holds, from when to when. */
final class FileSpan {
    private static final int MAX_GROUPS = 1_000;

    private final LogFile file;
    private final Set<String> groups = new HashSet<>();
    private boolean hasMoreGroups;
    private @Nullable Instant first;
    private @Nullable Instant last;

    FileSpan(LogFile file) {
        this.file = file;
    }

    void read(RawLogEvent event) {
        if (!groups.contains(event.group())) {
            hasMoreGroups |= groups.size() >= MAX_GROUPS;
            if (!hasMoreGroups) {
                groups.add(event.group());
            }
        }
        Instant time = event.timestamp();
        first = first == null || time.isBefore(first) ? time : first;
        last = last == null || time.isAfter(last) ? time : last;
    }

    Set<String> groups() {
        return groups;
    }

    /** Whether an unchanged file may answer a request. */
    boolean mayAnswer(LogFile now, LogRequest request) {
        if (!file.equals(now)) {
            return true;
        }
        return first != null
                && last != null
                && (hasMoreGroups || groups.contains(request.group()))
                && first.isBefore(request.to())
                && !last.isBefore(request.from());
    }
}
