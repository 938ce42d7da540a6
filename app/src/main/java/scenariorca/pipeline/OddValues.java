package scenariorca.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a load found in the source that is not what it should be, counted and named. Several threads may tell. */
final class OddValues {
    private final Map<Kind, Found> found = new LinkedHashMap<>();

    /** @param example the id of one of the rows */
    synchronized void add(String column, String what, long rows, String example) {
        found.merge(
                new Kind(column, what),
                new Found(rows, example),
                (before, now) -> new Found(before.rows() + now.rows(), before.example()));
    }

    /** One sentence for each column and kind of oddity. */
    synchronized List<String> notices() {
        var notices = new ArrayList<String>();
        found.forEach((kind, rows) -> notices.add(String.format(
                Locale.ROOT,
                "%s of %,d %s, such as that of %s, %s",
                kind.column(),
                rows.rows(),
                rows.rows() == 1 ? "row" : "rows",
                rows.example(),
                kind.what())));
        return notices;
    }

    private record Kind(String column, String what) {}

    private record Found(long rows, String example) {}
}
