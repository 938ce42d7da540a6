package scenariorca.report;

import java.util.List;

/** How far is each log group read, and how late do its events arrive? */
public final class LogGroupsReport {
    private final ReportSession inquiry;

    LogGroupsReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    public Answer<Page<LogGroup>> answer(PageRequest request) {
        var scope = new Cursor.Scope("logs/groups", "");
        Cursor cursor = scope.read(request.cursor());
        return inquiry.ask(snapshot -> Page.of(
                snapshot.query("report/log_groups.sql")
                        .with("after_group", Cursor.text(cursor, 0))
                        .with("row_limit", request.rowLimit())
                        .list(LogGroup.class),
                request,
                scope,
                row -> List.of(row.logGroup())));
    }
}
