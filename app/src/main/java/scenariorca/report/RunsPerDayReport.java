package scenariorca.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many runs were there each day, and how did they end? */
public final class RunsPerDayReport {
    private final ReportSession inquiry;

    RunsPerDayReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    public Answer<RunsPerDay> answer(Window window, RunFilter filter) {
        return inquiry.askToday((snapshot, today) -> {
            LocalDate first = window.firstDay(today);
            Map<LocalDate, RunsPerDay.Day> days = new HashMap<>();
            filter.on(snapshot.query("report/runs_per_day.sql").with("from_date", first))
                    .list(RunsPerDay.Day.class)
                    .forEach(day -> days.put(day.date(), day));
            List<RunsPerDay.Day> all = first.datesUntil(today.plusDays(1))
                    .map(day -> days.getOrDefault(day, new RunsPerDay.Day(day, 0, 0, 0, 0)))
                    .toList();
            return new RunsPerDay(all);
        });
    }
}
