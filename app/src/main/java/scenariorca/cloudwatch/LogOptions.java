package scenariorca.cloudwatch;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says of log events; it goes before the settings.
 *
 * @param mockFolder folder with the simulated platform's log files; null for none
 * @param backfill folder, or {@code s3://bucket/prefix}, with files of a subscription filter or an export; null for none
 * @param groups log groups to read; empty for those of CLOUDWATCH_LOG_GROUPS
 * @param environment dev, sit, uat or prod, for all groups; null for what the settings and the groups' names say
 * @param containing when not empty, only events that contain one of these texts, found by Logs Insights: a
 *     part of a group, which says nothing of how far the group was read
 */
public record LogOptions(
        @Nullable Path mockFolder,
        @Nullable String backfill,
        List<String> groups,
        @Nullable String environment,
        List<String> containing) {
    public static final LogOptions NONE = new LogOptions(null, null, List.of(), null);

    /** Most texts looked for at once. */
    public static final int MAX_SEARCHED = InsightsQuery.MAX_TEXTS;

    public LogOptions {
        groups = List.copyOf(groups);
        containing = List.copyOf(containing);
    }

    public LogOptions(
            @Nullable Path mockFolder, @Nullable String backfill, List<String> groups, @Nullable String environment) {
        this(mockFolder, backfill, groups, environment, List.of());
    }
}
