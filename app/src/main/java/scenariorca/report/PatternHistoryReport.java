package scenariorca.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import scenariorca.warehouse.Snapshot;

/** When was this error seen, and in which runs? */
public final class PatternHistoryReport {
    private static final int RUNS = 50;

    private final ReportSession inquiry;

    PatternHistoryReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** @return without any run when nobody knows the fingerprint */
    public Answer<PatternHistory> answer(String fingerprint, Window window) {
        Check.text("fingerprint", fingerprint);
        return inquiry.askToday((snapshot, today) -> new PatternHistory(
                fingerprint,
                days(snapshot, List.of(fingerprint), window, today).getOrDefault(fingerprint, List.of()),
                runs(snapshot, fingerprint, RUNS)));
    }

    /** The runs that carry it or logged it, all of them, the newest first. */
    public Answer<Page<PatternHistory.Run>> runs(String fingerprint) {
        Check.text("fingerprint", fingerprint);
        return inquiry.ask(snapshot -> new Page<>(runs(snapshot, fingerprint, Page.MOST_ROWS), null));
    }

    private static List<PatternHistory.Run> runs(Snapshot snapshot, String fingerprint, int limit) {
        return snapshot.query("report/pattern_runs.sql")
                .with("fingerprint", fingerprint)
                .with("row_limit", limit)
                .list(PatternHistory.Run.class);
    }

    /** Every day of the window for each of these patterns; without their runs. */
    public Answer<Map<String, List<PatternHistory.Day>>> days(List<String> fingerprints, Window window) {
        fingerprints.forEach(fingerprint -> Check.text("fingerprint", fingerprint));
        return inquiry.askToday((snapshot, today) -> days(snapshot, fingerprints, window, today));
    }

    private static Map<String, List<PatternHistory.Day>> days(
            Snapshot snapshot, List<String> fingerprints, Window window, LocalDate today) {
        if (fingerprints.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<LocalDate, PatternHistory.Day>> found = new HashMap<>();
        snapshot.query("report/pattern_days.sql")
                .withAny("fingerprints", fingerprints)
                .with("from_time", window.start(today))
                .list(row -> {
                    PatternHistory.Day day = row.as(PatternHistory.Day.class);
                    return found.computeIfAbsent(row.text("fingerprint"), _ -> new HashMap<>())
                            .put(day.date(), day);
                });
        return fingerprints.stream()
                .distinct()
                .collect(Collectors.toMap(
                        fingerprint -> fingerprint,
                        fingerprint -> everyDay(found.getOrDefault(fingerprint, Map.of()), window, today)));
    }

    private static List<PatternHistory.Day> everyDay(
            Map<LocalDate, PatternHistory.Day> days, Window window, LocalDate today) {
        return window.firstDay(today)
                .datesUntil(today.plusDays(1))
                .map(day -> days.getOrDefault(day, new PatternHistory.Day(day, 0, 0)))
                .toList();
    }
}
