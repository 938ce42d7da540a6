package scenariorca.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Row;

/** Which releases and publications were there, and what came with them? */
public final class ReleasesReport {
    private final ReportSession inquiry;

    ReleasesReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    private record Placed(ReleaseRow row, int releaseKey) {
        static Placed of(Row row) {
            return new Placed(row.as(ReleaseRow.class), row.number("release_key"));
        }
    }

    /** @param q part of the name, the service or the model, in any case; null accepts any */
    public Answer<Page<ReleaseRow>> answer(Window window, @Nullable String q, PageRequest request) {
        Check.text("q", q);
        var scope = new Cursor.Scope("releases", List.of(window, String.valueOf(q)));
        Cursor cursor = scope.read(request.cursor());
        return inquiry.askToday((snapshot, today) -> {
            Page<Placed> found = Page.of(
                    snapshot.query("report/releases.sql")
                            .with("from_time", window.start(today))
                            .with("q", q)
                            .with("after_time", Cursor.instant(cursor, 0))
                            .with("after_key", Cursor.number(cursor, 1))
                            .with("row_limit", request.rowLimit())
                            .list(Placed::of),
                    request,
                    scope,
                    placed -> List.of(placed.row().releasedAt(), placed.releaseKey()));
            return new Page<>(found.items().stream().map(Placed::row).toList(), found.next());
        });
    }
}
