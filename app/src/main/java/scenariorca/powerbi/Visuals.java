package scenariorca.powerbi;

import java.util.List;
import java.util.Map;

/** The kinds of visuals the pages are made of. */
final class Visuals {
    private Visuals() {}

    static Visual heading(String text) {
        return visual("heading", "textbox", text, text, new Box(20, 10, 700, 48));
    }

    static Visual back() {
        return visual("back", "actionButton", "Back", "Back to the page you came from", new Box(1190, 12, 70, 40))
                .with(new Visual.Option.Action("Back", "back"));
    }

    static Visual clearSlicers(int x) {
        return visual(
                        "clear_slicers",
                        "actionButton",
                        "Clear filters",
                        "Clear all slicers of this page",
                        new Box(x, 12, 130, 40))
                .with(new Visual.Option.Action("ClearAllSlicers", "blank"));
    }

    /** A drop-down that filters its page, and the other pages that have the same. */
    static Visual slicer(String name, String title, String field, Box box) {
        return visual(name, "slicer", title, "Choose: " + title, box)
                .role("Values", field)
                .with(new Visual.Option.Choice("Dropdown", false));
    }

    /** From day to day, the same on all pages that have it. */
    static Visual dates(Box box) {
        return visual("dates", "slicer", "Days (UTC)", "Choose the first and the last day, UTC", box)
                .role("Values", "Date[Date]")
                .with(new Visual.Option.Choice("Between", false))
                .with(new Visual.Option.Synced("Days"));
    }

    static Visual cards(String name, String title, Box box, String... measures) {
        return visual(name, "cardVisual", title, title, box).role("Data", measures);
    }

    static Visual chart(String name, String type, String title, Box box) {
        return visual(name, type, title, title, box);
    }

    static Visual table(String name, String title, Box box, String... fields) {
        return visual(name, "tableEx", title, "Table: " + title, box).role("Values", fields);
    }

    private static Visual visual(String name, String type, String title, String altText, Box box) {
        return new Visual(name, type, title, altText, box, Map.of(), List.of());
    }
}
