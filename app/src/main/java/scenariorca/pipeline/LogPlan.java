package scenariorca.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.LogSelection;
import scenariorca.logs.LogSource;
import scenariorca.logs.Redactor;

/**
 * Which log events a load reads, and what it keeps of them.
 *
 * @param source where they come from
 * @param groups the groups to read
 * @param isWhole whether each load reads all the source has, as files are read, not a window of it
 * @param days days to read back from now; null goes on where the last load ended, less the overlap
 * @param firstDays days to read back of a group that was never read
 * @param overlap how far before the end of the last load a window begins at least, for events that arrive late
 * @param retentionDays whole UTC days that lines are kept, today included; 0 keeps all
 * @param maxEvents events asked for at once; there is no bound on how often a load asks
 * @param selection which lines are stored
 * @param redactor takes out what must not be stored
 * @param clock tells now
 */
public record LogPlan(
        LogSource source,
        List<Group> groups,
        boolean isWhole,
        @Nullable Integer days,
        int firstDays,
        Duration overlap,
        int retentionDays,
        int maxEvents,
        LogSelection selection,
        Redactor redactor,
        Clock clock) {
    public LogPlan {
        groups = List.copyOf(groups);
    }

    /**
     * A log group.
     *
     * @param name its name. Example: {@code /forecast/api}
     * @param environment environment of the lines that name none; null when unknown
     */
    public record Group(String name, @Nullable String environment) {}
}
