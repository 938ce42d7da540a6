package scenariorca.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.Snapshot;

/**
 * What is this id, or what goes by this name or error text? An id may be that of a run, scenario, node, model, input
 * version or request, whole or its first four or more digits.
 */
public final class SearchReport {
    /** Shorter beginnings of an id match too much to be meant as one. */
    private static final int MIN_PREFIX = 4;

    private static final int UUID_DIGITS = 32;
    private static final Pattern PREFIX = Pattern.compile("[0-9a-f]+(-[0-9a-f]*)*");

    private final ReportSession inquiry;

    SearchReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    public Answer<Page<SearchHit>> answer(String q, PageRequest request) {
        Check.text("q", q);
        String text = q.strip();
        var scope = new Cursor.Scope("search", text);
        Cursor cursor = scope.read(request.cursor());
        return inquiry.ask(snapshot -> {
            List<SearchHit> hits = IdRange.of(text)
                    .map(range -> byId(snapshot, range, cursor, request))
                    .orElse(List.of());
            // A short word such as "dead" or "fee1" may be a name as well as the beginning of an id.
            List<SearchHit> found = hits.isEmpty() ? byText(snapshot, text, cursor, request) : hits;
            return Page.of(found, request, scope, hit -> List.of(hit.rank(), hit.kind(), hit.id()));
        });
    }

    private static List<SearchHit> byId(
            Snapshot snapshot, IdRange range, @Nullable Cursor cursor, PageRequest request) {
        return hits(
                snapshot.query("report/search_id.sql")
                        .with("low_id", range.low())
                        .with("high_id", range.high()),
                cursor,
                request);
    }

    private static List<SearchHit> byText(
            Snapshot snapshot, String text, @Nullable Cursor cursor, PageRequest request) {
        return hits(snapshot.query("report/search_text.sql").with("q", text), cursor, request);
    }

    private static List<SearchHit> hits(Query query, @Nullable Cursor cursor, PageRequest request) {
        return query.with("after_rank", Cursor.number(cursor, 0))
                .with("after_kind", Cursor.text(cursor, 1))
                .with("after_id", Cursor.text(cursor, 2))
                .with("row_limit", request.rowLimit())
                .list(SearchHit.class);
    }

    /** All ids that begin alike. */
    private record IdRange(UUID low, UUID high) {
        /** Empty when the text is no beginning of an id. */
        static Optional<IdRange> of(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            String digits = lower.replace("-", "");
            boolean isPrefix = digits.length() >= MIN_PREFIX
                    && digits.length() <= UUID_DIGITS
                    && PREFIX.matcher(lower).matches();
            if (!isPrefix) {
                return Optional.empty();
            }
            int missing = UUID_DIGITS - digits.length();
            return Optional.of(new IdRange(uuid(digits + "0".repeat(missing)), uuid(digits + "f".repeat(missing))));
        }

        private static UUID uuid(String digits) {
            return new UUID(
                    Long.parseUnsignedLong(digits.substring(0, 16), 16),
                    Long.parseUnsignedLong(digits.substring(16), 16));
        }
    }
}
