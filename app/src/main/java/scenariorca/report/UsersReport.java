package scenariorca.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Query;

/** Which users are there? By name. */
public final class UsersReport {
    private static final String FILE = "report/users.sql";

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
                matching(snapshot.query(FILE), q, cursor)
                        .with("sort", (String) null)
                        .with("row_limit", request.rowLimit())
                        .list(UserRow.class),
                request,
                scope,
                row -> List.of(row.userId())));
    }

    /** @param order by user, first or last */
    public Answer<OrderedPage<UserRow>> answer(@Nullable String q, RowOrder order) {
        Check.text("q", q);
        return inquiry.ask(snapshot -> order.read(matching(snapshot.inOrder(FILE), q, null), UserRow.class));
    }

    private static Query matching(Query query, @Nullable String q, @Nullable Cursor cursor) {
        return query.with("q", q).with("after_id", Cursor.text(cursor, 0));
    }
}
