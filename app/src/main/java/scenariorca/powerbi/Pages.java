package scenariorca.powerbi;

import java.util.List;

/** The pages of the report in the order of their tabs, and what they share. */
final class Pages {
    static final String TOOLTIP = "run_tooltip";

    /** Upper edge of the slicers. */
    static final int SLICERS = 64;

    static final int SLICER_HEIGHT = 78;

    private Pages() {}

    static List<Page> all() {
        return List.of(
                OverviewPages.overview(),
                JourneyPage.journey(),
                RunPages.diagnostics(),
                RunPages.comparison(),
                ReliabilityPages.reliability(),
                OverviewPages.scenario(),
                ReliabilityPages.tooltip());
    }

    /** A slicer in a row of slicers. */
    static Visual slicer(String title, String field, int x, int width) {
        String name = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '_');
        return Visuals.slicer(name, title, field, new Box(x, SLICERS, width, SLICER_HEIGHT));
    }

    /** A slicer that the other pages with the same follow. */
    static Visual synced(String title, String field, int x, int width) {
        return slicer(title, field, x, width).with(new Visual.Option.Synced(title));
    }
}
