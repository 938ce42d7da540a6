package scenariorca.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Query;

/** Which errors come again and again? Those runs failed of first, then those that only followed, those only logged last. */
public final class ErrorPatternsReport {
    private static final String FILE = "report/error_patterns.sql";

    private final ReportSession inquiry;

    ErrorPatternsReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Which patterns are asked for; null accepts any.
     *
     * @param window only patterns seen in it, counted in it
     * @param runs only patterns of these runs, counted in them
     * @param q part of the pattern, in any case
     */
    public record Filter(
            Window window,
            RunFilter runs,
            @Nullable String category,
            @Nullable String severity,
            @Nullable String q) {
        public Filter {
            Check.text("category", category);
            Check.oneOf("severity", severity, ErrorPatternRow.SEVERITIES);
            Check.text("q", q);
        }
    }

    public Answer<Page<ErrorPatternRow>> answer(Filter filter, PageRequest request) {
        var scope = new Cursor.Scope("errors/patterns", filter);
        Cursor cursor = scope.read(request.cursor());
        return inquiry.askToday((snapshot, today) -> Page.of(
                matching(snapshot.query(FILE), filter, cursor, today)
                        .with("sort", (String) null)
                        .with("row_limit", request.rowLimit())
                        .list(ErrorPatternRow.class),
                request,
                scope,
                row -> List.of(row.isRoot() ? 1 : 0, row.failedRunCount(), row.runCount(), row.fingerprint())));
    }

    /** @param order by pattern, kind, severity, failed, scenarios, logged, first_seen or last_seen */
    public Answer<OrderedPage<ErrorPatternRow>> answer(Filter filter, RowOrder order) {
        return inquiry.askToday((snapshot, today) ->
                order.read(matching(snapshot.inOrder(FILE), filter, null, today), ErrorPatternRow.class));
    }

    private static Query matching(Query query, Filter filter, @Nullable Cursor cursor, LocalDate today) {
        return filter.runs()
                .on(query)
                .with("is_by_model", filter.runs().isByModel())
                .with("at_time", ProblemsReport.dayOf(today))
                .with("from_time", filter.window().start(today))
                .with("category", filter.category())
                .with("severity", filter.severity())
                .with("q", filter.q())
                .with("after_rank", Cursor.bigNumber(cursor, 0))
                .with("after_failed", Cursor.bigNumber(cursor, 1))
                .with("after_count", Cursor.bigNumber(cursor, 2))
                .with("after_fingerprint", Cursor.text(cursor, 3));
    }
}
