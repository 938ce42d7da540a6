package scenariorca;

import org.jspecify.annotations.Nullable;
import scenariorca.cloudwatch.LogOptions;

/**
 * What a command line asks about log events; it goes before the settings.
 *
 * @param options where they come from
 * @param days days to read back from now; null goes on where the last load ended
 * @param retentionDays whole days that lines are kept; null for LOG_RETENTION_DAYS
 */
public record LogLoadOptions(
        LogOptions options,
        @Nullable Integer days,
        @Nullable Integer retentionDays) {
    public static final LogLoadOptions NONE = new LogLoadOptions(LogOptions.NONE, null, null);

    /** Whether log events are asked for, so that having none to read is a mistake. */
    public boolean isLogsWanted() {
        return days != null
                || options.mockFolder() != null
                || options.backfill() != null
                || !options.groups().isEmpty();
    }
}
