package scenariorca.report;

import java.util.List;

/** Which environments do logs come from? By name; none where no log group tells. */
public final class EnvironmentsReport {
    private final ReportSession inquiry;

    EnvironmentsReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    public Answer<List<String>> answer(Window window) {
        return inquiry.askToday((snapshot, today) -> snapshot.query("report/environments.sql")
                .with("from_time", window.start(today))
                .list(row -> row.text("environment")));
    }
}
