package scenariorca.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.report.ErrorPattern.AffectedScenario;
import scenariorca.report.ErrorPattern.AffectedUser;
import scenariorca.report.ErrorPattern.DayCount;
import scenariorca.report.ErrorPattern.FailingNode;
import scenariorca.report.ErrorPattern.HourCount;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;

/** Where was this error seen, since when, and whom does it hit? */
public final class ErrorPatternReport {
    private static final int DAYS = 90;
    /** A pattern has come back when it was quiet for so long. */
    private static final int QUIET_DAYS = 7;

    private final ReportSession inquiry;

    ErrorPatternReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    public Answer<ErrorPattern> answer(String fingerprint) {
        Check.text("fingerprint", fingerprint);
        return inquiry.askToday((snapshot, today) -> one(snapshot, fingerprint, today)
                .first(row -> pattern(snapshot, today, row))
                .orElseThrow(() -> Check.notFound("error pattern", fingerprint)));
    }

    /** The scenarios it was seen in, all of them. */
    public Answer<Page<AffectedScenario>> scenarios(String fingerprint) {
        return all("scenarios", fingerprint, AffectedScenario.class);
    }

    /** The nodes it was seen at, all of them. */
    public Answer<Page<FailingNode>> nodes(String fingerprint) {
        return all("nodes", fingerprint, FailingNode.class);
    }

    /** The users it hit, all of them. */
    public Answer<Page<AffectedUser>> users(String fingerprint) {
        return all("users", fingerprint, AffectedUser.class);
    }

    private <T extends Record> Answer<Page<T>> all(String what, String fingerprint, Class<T> type) {
        Check.text("fingerprint", fingerprint);
        return inquiry.askToday((snapshot, today) -> one(snapshot, fingerprint, today)
                .first(row -> about(snapshot, what, row.number("error_pattern_key"))
                        .with("row_limit", Page.MOST_ROWS)
                        .list(type))
                .map(rows -> new Page<>(rows, null))
                .orElseThrow(() -> Check.notFound("error pattern", fingerprint)));
    }

    private static Query one(Snapshot snapshot, String fingerprint, LocalDate today) {
        return snapshot.query("report/error_pattern.sql")
                .with("fingerprint", fingerprint)
                .with("at_time", ProblemsReport.dayOf(today));
    }

    private static ErrorPattern pattern(Snapshot snapshot, LocalDate today, Row row) {
        int key = row.number("error_pattern_key");
        @Nullable Instant firstSeen = row.instantOrNull("first_seen_at");
        LocalDate from = today.minusDays(DAYS - 1L);
        List<DayCount> days = about(snapshot, "days", key)
                .with("from_time", from.atStartOfDay(ZoneOffset.UTC).toInstant())
                .list(DayCount.class);
        LogCompleteness logs = LogCompleteness.of(snapshot);
        return new ErrorPattern(
                row.text("fingerprint"),
                row.text("pattern"),
                row.text("error_category"),
                row.textOrNull("category_rule"),
                row.text("severity"),
                row.bigNumber("occurrence_count"),
                row.bigNumber("failed_run_count"),
                row.bigNumber("failed_scenario_count"),
                row.bigNumber("run_count"),
                row.bigNumber("scenario_count"),
                firstSeen,
                row.instantOrNull("last_seen_at"),
                row.flag("is_new"),
                regressedOn(firstSeen, from, days),
                logs.completeTo(),
                logs.groups(),
                days,
                about(snapshot, "hours", key).list(HourCount.class),
                about(snapshot, "nodes", key)
                        .with("row_limit", ErrorPattern.MAX_NODES)
                        .list(FailingNode.class),
                about(snapshot, "scenarios", key)
                        .with("row_limit", ErrorPattern.MAX_SCENARIOS)
                        .list(AffectedScenario.class),
                about(snapshot, "users", key)
                        .with("row_limit", ErrorPattern.MAX_USERS)
                        .list(AffectedUser.class));
    }

    private static Query about(Snapshot snapshot, String what, int patternKey) {
        return snapshot.query("report/error_pattern_" + what + ".sql").with("error_pattern_key", patternKey);
    }

    /** The newest day that follows a week or more without it. */
    static @Nullable LocalDate regressedOn(@Nullable Instant firstSeen, LocalDate from, List<DayCount> days) {
        if (firstSeen == null) {
            return null;
        }
        LocalDate before = day(firstSeen).isBefore(from) ? from : day(firstSeen);
        @Nullable LocalDate found = null;
        for (DayCount count : days) {
            if (count.day().isAfter(before.plusDays(QUIET_DAYS))) {
                found = count.day();
            }
            before = count.day();
        }
        return found;
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
