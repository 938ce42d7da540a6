package scenariorca.powerbi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the report.
 *
 * @param name letters, digits and _
 * @param title what its tab says
 * @param kind how it is reached
 * @param boundTo the field that leads to it, for a page reached from a row; null for others
 * @param visuals in reading order
 */
record Page(String name, String title, Kind kind, @Nullable String boundTo, List<Visual> visuals) {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;
    static final int TOOLTIP_WIDTH = 320;
    static final int TOOLTIP_HEIGHT = 240;

    /** How a page is reached. */
    enum Kind {
        /** By its tab. */
        TAB,
        /** By its tab, and from a row of another page. */
        TAB_AND_ROW,
        /** From a row of another page only. */
        ROW,
        /** By pointing at a mark. */
        TOOLTIP
    }

    Page {
        visuals = List.copyOf(visuals);
    }

    int width() {
        return kind == Kind.TOOLTIP ? TOOLTIP_WIDTH : WIDTH;
    }

    int height() {
        return kind == Kind.TOOLTIP ? TOOLTIP_HEIGHT : HEIGHT;
    }
}
