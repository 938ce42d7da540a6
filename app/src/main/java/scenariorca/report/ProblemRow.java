package scenariorca.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem in a list: one cause that makes runs fail or slow. Counts are of the runs the caller sees.
 *
 * @param problemId its stable id. Example: 5d41402abc4b
 * @param state new, ongoing, resolved, regressed (it has come back) or ignored
 * @param sentence what is broken. Example: The platform fails: Engine out of memory
 * @param kind failure or slowness
 * @param problemClass input, model, platform, upstream, fluke or unknown
 * @param nodeName the node that fails first; empty where the estate shares the cause. Example: Treatment Share
 * @param modelName the model that is slow; empty for a failure
 * @param fingerprint the root error pattern; null when nothing was said
 * @param errorCategory kind of that error; null when nothing was said. Example: memory
 * @param runCount runs it struck. Example: 32
 * @param recentRunCount those of them in the days asked for. Example: 12
 * @param scenarioCount scenarios of these. Example: 9
 * @param userCount people who started them. Example: 6
 * @param episodeCount how often it has begun. Example: 1
 * @param runsPerDay runs it struck on each of the last 14 UTC days, the oldest first
 * @param owner who looks after it; null for nobody
 * @param firstSeenAt start of the first run it struck
 * @param lastSeenAt start of the last run it struck
 * @param recoveredAt when it had stopped; null while it lasts
 * @param release the release or publication it came with, where the evidence says so; null otherwise. Example: 2026.47.0
 * @param releasedAt when that was there; null without one
 */
public record ProblemRow(
        String problemId,
        String state,
        String sentence,
        String kind,
        String problemClass,
        String nodeName,
        String modelName,
        @Nullable String fingerprint,
        @Nullable String errorCategory,
        long runCount,
        long recentRunCount,
        long scenarioCount,
        long userCount,
        int episodeCount,
        List<Integer> runsPerDay,
        @Nullable String owner,
        Instant firstSeenAt,
        Instant lastSeenAt,
        @Nullable Instant recoveredAt,
        @Nullable String release,
        @Nullable Instant releasedAt) {
    /** The states a problem may be in, the most urgent first. */
    public static final List<String> STATES = List.of("regressed", "new", "ongoing", "resolved", "ignored");
}
