package scenariorca.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which users are there? By name. */
public final class UsersReport {
    private final ReportSession inquiry;

    UsersReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** @param q part of the name, in any case; null accepts any */
    public Answer<Page<UserRow>> answer(@Nullable String q, PageRequest request) {
        Check.text("q", q);
        var scope = new Cursor.Scope("users", String.valueOf(q));
        Cursor cursor = scope.read(request.cursor());
        return inquiry.ask(snapshot -> Page.of(
                snapshot.query("report/users.sql")
                        .with("q", q)
                        .with("after_id", Cursor.text(cursor, 0))
                        .with("row_limit", request.rowLimit())
                        .list(UserRow.class),
                request,
                scope,
                row -> List.of(row.userId())));
    }
}
