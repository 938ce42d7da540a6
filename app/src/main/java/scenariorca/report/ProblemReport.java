package scenariorca.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.Fix;
import scenariorca.explanation.OtherRuns;
import scenariorca.problems.ProblemSentence;
import scenariorca.warehouse.Snapshot;

/** What is this problem, since when, for whom, with which release, who looks after it, is it mended? */
public final class ProblemReport {
    private static final int DAYS = 45;
    private static final int EPISODES = 100;
    private static final int SIMILAR = 10;

    private final ReportSession inquiry;

    ProblemReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** What identifies it. */
    record Found(
            int problemKey,
            String problemId,
            @Nullable String resolvedBy,
            @Nullable String resolvedInRelease,
            String rootFingerprint) {}

    /** A problem like it, as the statement gives it. */
    record Like(
            String problemId,
            String kind,
            String problemClass,
            String nodeName,
            String blamedInput,
            String message,
            String state,
            long runCount,
            java.time.Instant lastSeenAt) {}

    /** @param problemId its id, or the id's first four or more digits; of a merged one the one that is left is told */
    public Answer<ProblemCard> answer(String problemId) {
        return answer(problemId, null);
    }

    /**
     * What was known of it.
     *
     * @param asOf as of when; null for now
     */
    public Answer<ProblemCard> answer(String problemId, @Nullable PastTime asOf) {
        return inquiry.askDayAsOf(asOf, moment -> {
            Snapshot snapshot = moment.snapshot();
            Found found = found(snapshot, problemId).orElseThrow(() -> Check.notFound("problem", problemId));
            return ProblemsReport.row(snapshot, found.problemId(), moment.today())
                    .map(row -> card(moment, found, row))
                    .orElseThrow(() -> Check.notFound("problem", problemId));
        });
    }

    /** The problem of a run; empty when none struck it. */
    public Answer<Optional<ProblemRow>> ofRun(UUID runId) {
        return inquiry.askToday((snapshot, today) -> snapshot.query("report/problems/of_run.sql")
                .with("run_id", runId)
                .first(row -> row.text("problem_id"))
                .flatMap(id -> ProblemsReport.row(snapshot, id, today)));
    }

    private static Optional<Found> found(Snapshot snapshot, String problemId) {
        Check.text("problem_id", problemId);
        return snapshot.query("report/problems/one.sql").with("problem_id", problemId).list(Found.class).stream()
                .findFirst();
    }

    private static ProblemCard card(Moment moment, Found found, ProblemRow row) {
        Snapshot snapshot = moment.snapshot();
        LocalDate today = moment.today();
        int key = found.problemKey();
        return new ProblemCard(
                row,
                found.resolvedBy(),
                found.resolvedInRelease(),
                about(snapshot, "scenarios", key, ProblemCard.MAX_ROWS, ProblemCard.Scenario.class),
                about(snapshot, "users", key, ProblemCard.MAX_ROWS, ProblemCard.User.class),
                about(snapshot, "causes", key, ProblemCard.MAX_ROWS, ProblemCard.Cause.class),
                about(snapshot, "episodes", key, EPISODES, ProblemCard.Episode.class),
                days(snapshot, key, today),
                fixes(snapshot, found.rootFingerprint()),
                similar(snapshot, key, today),
                about(snapshot, "actions", key, ProblemCard.MAX_ROWS, ProblemCard.Action.class),
                moment.known());
    }

    private static <T extends Record> List<T> about(Snapshot snapshot, String what, int key, int limit, Class<T> type) {
        return snapshot.query("report/problems/" + what + ".sql")
                .with("problem_key", key)
                .with("row_limit", limit)
                .list(type);
    }

    private static List<ProblemCard.Day> days(Snapshot snapshot, int key, LocalDate today) {
        return snapshot.query("report/problems/days.sql")
                .with("problem_key", key)
                .with(
                        "from_time",
                        today.minusDays(DAYS - 1L).atStartOfDay(ZoneOffset.UTC).toInstant())
                .with("until_time", ProblemsReport.dayOf(today))
                .list(ProblemCard.Day.class);
    }

    private static List<Fix> fixes(Snapshot snapshot, String fingerprint) {
        return snapshot.query("report/explanation/pattern.sql")
                .with("fingerprint", fingerprint)
                .first(row ->
                        OtherRuns.recoveries(snapshot, row.number("error_pattern_key"), row.instant("until_time")))
                .map(recovered -> recovered.fixes().stream()
                        .map(fix -> Fix.of(fix, recovered.recoveries()))
                        .toList())
                .orElse(List.of());
    }

    private static List<ProblemCard.Similar> similar(Snapshot snapshot, int key, LocalDate today) {
        return snapshot
                .query("report/problems/similar.sql")
                .with("problem_key", key)
                .with("at_time", ProblemsReport.dayOf(today))
                .with("row_limit", SIMILAR)
                .list(Like.class)
                .stream()
                .map(like -> new ProblemCard.Similar(
                        like.problemId(),
                        like.state(),
                        ProblemSentence.of(
                                like.kind(), like.problemClass(), like.nodeName(), like.blamedInput(), like.message()),
                        like.runCount(),
                        like.lastSeenAt()))
                .toList();
    }
}
