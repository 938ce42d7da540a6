package scenariorca.report;

import java.time.Duration;
import java.time.Instant;
import scenariorca.warehouse.Snapshot;

/** How do runs go, and is it getting better or worse? */
public final class OverviewReport {
    private final ReportSession inquiry;

    OverviewReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    public Answer<Overview> answer(Window window, RunFilter filter) {
        return inquiry.askToday((snapshot, today) -> {
            Instant start = window.start(today);
            Duration length = Duration.ofDays(window.days());
            return new Overview(
                    window.days(),
                    totals(snapshot, filter, start, start.plus(length)),
                    totals(snapshot, filter, start.minus(length), start));
        });
    }

    private static Overview.Totals totals(Snapshot snapshot, RunFilter filter, Instant from, Instant until) {
        return filter.on(snapshot.query("report/overview.sql")
                        .with("from_time", from)
                        .with("until_time", until))
                .one(Overview.Totals.class);
    }
}
