package scenariorca.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.Snapshot;

/**
 * What is this id, or what goes by this name or error text? An id may be that of a run, scenario, node, model, input version or
 * request, whole or its first four or more digits, alone, within a text or in the address of a page. Words may stand in any
 * order; where nothing goes by them, small slips in them are mended.
 */
public final class SearchReport {
    private final ReportSession inquiry;

    SearchReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    public Answer<Page<SearchHit>> answer(String q, PageRequest request) {
        Check.text("q", q);
        SearchText asked = SearchText.of(q);
        var scope = new Cursor.Scope("search", q.strip());
        Cursor cursor = scope.read(request.cursor());
        return inquiry.ask(snapshot -> {
            var search = new Search(snapshot, cursor, request);
            return Page.of(search.found(asked), request, scope, hit -> List.of(hit.rank(), hit.kind(), hit.id()));
        });
    }

    /** The ids of a kind, problem or error_pattern, that begin with the text; the text alone where it is one of them. */
    Answer<List<String>> beginning(String kind, String text, int limit) {
        Check.text("id", text);
        return inquiry.ask(snapshot -> snapshot.query("report/search_short.sql")
                .with("kind", kind)
                .with("text", text)
                .with("row_limit", limit)
                .list(row -> row.text("id")));
    }

    /** One search in one snapshot. */
    private record Search(Snapshot snapshot, @Nullable Cursor cursor, PageRequest request) {
        List<SearchHit> found(SearchText asked) {
            for (IdRange range : asked.ids()) {
                List<SearchHit> hits = hits(
                        snapshot.query("report/search_id.sql")
                                .with("low_id", range.low())
                                .with("high_id", range.high()),
                        asked);
                if (!hits.isEmpty()) {
                    return hits;
                }
            }
            // A short word such as "dead" or "fee1" may be a name as well as the beginning of an id.
            List<SearchHit> named = byText(asked);
            boolean isNothing = named.isEmpty() && cursor == null;
            return isNothing || isMended() ? mended(asked) : named;
        }

        /** Whether the page before was of mended words. */
        private boolean isMended() {
            Integer rank = Cursor.number(cursor, 0);
            return rank != null && rank > SearchHit.MENDED;
        }

        private List<SearchHit> mended(SearchText asked) {
            var spelling =
                    new Spelling(snapshot.query("report/search_words.sql").list(Spelling.Word.class));
            return spelling.mended(asked.words()).map(asked::withWords).map(this::byText).orElse(List.of()).stream()
                    .map(SearchHit::mended)
                    .toList();
        }

        private List<SearchHit> byText(SearchText asked) {
            return hits(
                    snapshot.query("report/search_text.sql")
                            .with("q", asked.text().toLowerCase(Locale.ROOT))
                            .withAll("words", asked.words()),
                    asked);
        }

        private List<SearchHit> hits(Query query, SearchText asked) {
            Integer rank = Cursor.number(cursor, 0);
            return query.with("kind", asked.kind())
                    .with(
                            "after_rank",
                            rank == null || rank < SearchHit.MENDED ? rank : Integer.valueOf(rank - SearchHit.MENDED))
                    .with("after_kind", Cursor.text(cursor, 1))
                    .with("after_id", Cursor.text(cursor, 2))
                    .with("row_limit", request.rowLimit())
                    .list(SearchHit.class);
        }
    }
}
