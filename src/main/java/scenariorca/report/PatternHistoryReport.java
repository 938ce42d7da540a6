package scenariorca.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import scenariorca.warehouse.Row;

/** When was this error seen, and in which runs? */
public final class PatternHistoryReport {
    private static final int RUNS = 50;

    private final Inquiry inquiry;

    PatternHistoryReport(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /** @return without any run when nobody knows the fingerprint */
    public Answer<PatternHistory> answer(String fingerprint, Window window) {
        Check.text("fingerprint", fingerprint);
        return inquiry.askToday((snapshot, today) -> {
            Map<LocalDate, PatternHistory.Day> days = new HashMap<>();
            snapshot.query("report/pattern_days.sql")
                    .with("fingerprint", fingerprint)
                    .with("from_time", window.start(today))
                    .list(row -> days.put(
                            row.date("run_date"),
                            new PatternHistory.Day(
                                    row.date("run_date"),
                                    row.bigNumber("run_count"),
                                    row.bigNumber("scenario_count"))));
            List<PatternHistory.Run> runs = snapshot.query("report/pattern_runs.sql")
                    .with("fingerprint", fingerprint)
                    .with("row_limit", RUNS)
                    .list(PatternHistoryReport::run);
            return new PatternHistory(
                    fingerprint,
                    window.firstDay(today)
                            .datesUntil(today.plusDays(1))
                            .map(day -> days.getOrDefault(day, new PatternHistory.Day(day, 0, 0)))
                            .toList(),
                    runs);
        });
    }

    private static PatternHistory.Run run(Row row) {
        return new PatternHistory.Run(
                row.uuid("run_id"),
                row.uuid("scenario_id"),
                row.textOrNull("scenario_name"),
                row.textOrNull("run_by"),
                row.text("run_outcome"),
                row.instant("run_started_at"));
    }
}
