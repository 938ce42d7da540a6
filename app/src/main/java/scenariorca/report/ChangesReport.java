package scenariorca.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.Row;

/** What changed on the platform in a stretch of time, and which runs failed after each change? */
public final class ChangesReport {
    public static final List<String> KINDS =
            List.of("input_change", "event_change", "state_change", "release", "publication");

    private static final String FILE = "report/changes.sql";

    private final ReportSession inquiry;

    ChangesReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Which changes are asked for.
     *
     * @param period when; without a beginning, from the beginning of yesterday (UTC)
     * @param kinds only these; all when empty
     * @param userId only by this user; null for all
     */
    public record Filter(
            Period period, List<String> kinds, @Nullable String userId) {
        public Filter {
            Check.eachOneOf("kind", kinds, KINDS);
            Check.text("user_id", userId);
            kinds = kinds.stream().distinct().sorted().toList();
        }
    }

    /** A row and its place in the order. */
    private record Placed(ChangeRow row, String changeKey) {
        static Placed of(Row row) {
            return new Placed(row.as(ChangeRow.class), row.text("change_key"));
        }
    }

    /** The changes, the oldest first. */
    public Answer<Page<ChangeRow>> answer(Filter filter, PageRequest request) {
        var scope = new Cursor.Scope("changes", filter);
        Cursor cursor = scope.read(request.cursor());
        return inquiry.askToday((snapshot, today) -> {
            Page<Placed> found = Page.of(
                    matching(snapshot.query(FILE), filter, cursor, today)
                            .with("sort", (String) null)
                            .with("row_limit", request.rowLimit())
                            .list(Placed::of),
                    request,
                    scope,
                    placed -> List.of(placed.row().changedAt(), placed.changeKey()));
            return new Page<>(found.items().stream().map(Placed::row).toList(), found.next());
        });
    }

    /** @param order by when, what, kind, by, scenario or failed */
    public Answer<OrderedPage<ChangeRow>> answer(Filter filter, RowOrder order) {
        return inquiry.askToday((snapshot, today) ->
                order.read(matching(snapshot.inOrder(FILE), filter, null, today), ChangeRow.class));
    }

    private static Query matching(Query query, Filter filter, @Nullable Cursor cursor, LocalDate today) {
        Instant from = filter.period().from();
        return query.with("from_time", from == null ? yesterday(today) : from)
                .with("until_time", filter.period().until())
                .withAny("kinds", filter.kinds())
                .with("user_id", filter.userId())
                .with("after_time", Cursor.instant(cursor, 0))
                .with("after_key", Cursor.text(cursor, 1));
    }

    private static Instant yesterday(LocalDate today) {
        return today.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
