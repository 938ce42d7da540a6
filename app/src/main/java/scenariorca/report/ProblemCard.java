package scenariorca.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.Fix;

/**
 * A problem with all that is known of it. Counts are of the runs the caller sees.
 *
 * @param problem what it is, and how it stands
 * @param resolvedBy who resolved its last episode by hand; null when nobody did
 * @param resolvedInRelease the release that person named; null without one
 * @param scenarios whom it strikes, the scenario struck last first; at most 200
 * @param users who started these runs, most runs first; at most 200
 * @param causes the inputs that the verdicts name, and who typed them; none where no input is to blame; at most 200
 * @param episodes from the first run struck to when it had stopped, the last episode first; at most 100
 * @param days runs struck on each UTC day of the last 45, with the releases of the day
 * @param fixes what was changed when runs with this error recovered before
 * @param similar problems that say the same elsewhere, or strike the same node in another way; at most 10
 * @param actions what people did about it, the newest first; at most 200
 * @param knownAt as of when this was known; null for now
 */
public record ProblemCard(
        ProblemRow problem,
        @Nullable String resolvedBy,
        @Nullable String resolvedInRelease,
        List<Scenario> scenarios,
        List<User> users,
        List<Cause> causes,
        List<Episode> episodes,
        List<Day> days,
        List<Fix> fixes,
        List<Similar> similar,
        List<Action> actions,
        @Nullable KnownAt knownAt) {
    public static final int MAX_ROWS = 200;

    /**
     * A scenario it strikes.
     *
     * @param scenarioId the scenario
     * @param scenarioName its name; null when unknown
     * @param owner who created the scenario; null when unknown
     * @param modelName name of its model; null when unknown
     * @param runCount its runs that were struck
     * @param userCount people who started them
     * @param firstSeenAt start of the first of them
     * @param lastSeenAt start of the last of them
     * @param recoveredAt end of its first success since; null when there is none
     */
    public record Scenario(
            UUID scenarioId,
            @Nullable String scenarioName,
            @Nullable String owner,
            @Nullable String modelName,
            long runCount,
            long userCount,
            Instant firstSeenAt,
            Instant lastSeenAt,
            @Nullable Instant recoveredAt) {}

    /**
     * Somebody whose runs it strikes.
     *
     * @param userId who. Example: jdoe
     * @param runCount runs of theirs that were struck
     * @param scenarioCount scenarios of these
     * @param lastSeenAt start of the last of them
     */
    public record User(String userId, long runCount, long scenarioCount, Instant lastSeenAt) {}

    /**
     * An input that verdicts name as the cause.
     *
     * @param scenarioId the scenario it belongs to
     * @param scenarioName name of the scenario; null when unknown
     * @param title the input, in words. Example: market_share of Treatment Share
     * @param nodeName its node; null when unknown
     * @param valueBefore as JSON text; null when unknown
     * @param valueAfter as JSON text; null when unknown
     * @param changedBy who typed it; null when unknown
     * @param changedAt when; null when unknown
     * @param runCount runs whose verdict names it
     * @param lastSeenAt start of the last of them
     */
    public record Cause(
            UUID scenarioId,
            @Nullable String scenarioName,
            String title,
            @Nullable String nodeName,
            @Nullable String valueBefore,
            @Nullable String valueAfter,
            @Nullable String changedBy,
            @Nullable Instant changedAt,
            long runCount,
            Instant lastSeenAt) {}

    /**
     * From the first run struck to when it had stopped.
     *
     * @param episodeNo 1 for the first
     * @param recovery same_inputs, every_scenario or person; null while it lasts
     * @param release the release it came with; null where the evidence shows none
     * @param releaseService what was released; null without one
     * @param releasedAt when that was there; null without one
     * @param runCount runs struck in it
     * @param scenarioCount scenarios of these
     * @param startedAt start of the first of them
     * @param lastFailedAt start of the last of them
     * @param recoveredAt when it had stopped; null while it lasts
     * @param recoverySeconds from the first run struck to when it had stopped; null while it lasts
     */
    public record Episode(
            int episodeNo,
            @Nullable String recovery,
            @Nullable String release,
            @Nullable String releaseService,
            @Nullable Instant releasedAt,
            long runCount,
            long scenarioCount,
            Instant startedAt,
            Instant lastFailedAt,
            @Nullable Instant recoveredAt,
            @Nullable Long recoverySeconds) {}

    /**
     * A UTC day.
     *
     * @param date the day
     * @param runCount runs struck on it
     * @param releases of the platform on this day; null without one
     */
    public record Day(
            LocalDate date, long runCount, @Nullable String releases) {}

    /**
     * A problem like it.
     *
     * @param problemId its id
     * @param state new, ongoing, resolved, regressed or ignored
     * @param sentence what is broken
     * @param runCount runs it struck
     * @param lastSeenAt start of the last of them
     */
    public record Similar(String problemId, String state, String sentence, long runCount, Instant lastSeenAt) {}

    /**
     * What a person did.
     *
     * @param actionId its id, by which it can be taken back
     * @param actionType resolve, reopen, ignore, assign, note, merge, verdict_right, verdict_wrong or undo
     * @param actedBy who. Example: user:jdoe
     * @param note what that person said; null for nothing
     * @param argument the release, the owner, the problem merged into or the suspect; null without one
     * @param runLimit for ignore: until so many more runs are struck; null without such a limit
     * @param undoesActionId for undo: the act taken back
     * @param untilAt for ignore: until then; null without such a limit
     * @param actedAt when
     * @param isUndone whether it was taken back
     */
    public record Action(
            String actionId,
            String actionType,
            String actedBy,
            @Nullable String note,
            @Nullable String argument,
            @Nullable Integer runLimit,
            @Nullable String undoesActionId,
            @Nullable Instant untilAt,
            Instant actedAt,
            boolean isUndone) {}
}
