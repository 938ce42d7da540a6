package scenariorca.powerbi;

import java.util.List;
import scenariorca.powerbi.Visual.Option.OnlyAboveZero;
import scenariorca.powerbi.Visual.Option.Sorted;
import scenariorca.powerbi.Visual.Option.Tooltip;

/** What fails most, what is new, what got worse; and what shows when pointing at a day. */
final class ReliabilityPages {
    private static final int SLICER_WIDTH = 192;

    private ReliabilityPages() {}

    static Page reliability() {
        return new Page(
                "reliability",
                "Reliability",
                Page.Kind.TAB,
                null,
                List.of(
                        Visuals.heading("Reliability"),
                        Visuals.clearSlicers(1130),
                        Visuals.dates(new Box(20, Pages.SLICERS, 240, Pages.SLICER_HEIGHT)),
                        Pages.synced("Therapeutic Area", "Model[Therapeutic Area]", 270, SLICER_WIDTH),
                        Pages.slicer("Disease Area", "Model[Disease Area]", 470, SLICER_WIDTH),
                        Pages.synced("Model", "Model[Model]", 670, SLICER_WIDTH),
                        Pages.slicer("Environment", "Log Events[Environment]", 870, SLICER_WIDTH),
                        Pages.slicer("Severity", "Error Pattern[Severity]", 1068, SLICER_WIDTH),
                        Visuals.cards(
                                "at_a_glance",
                                "At a glance",
                                new Box(20, 150, 1240, 100),
                                "[Success Rate]",
                                "[Unsuccessful Runs]",
                                "[Mean Time To Recovery (h)]",
                                "[Duration p95 (s)]",
                                "[Node Failures]",
                                "[Error Occurrences]",
                                "[Error Patterns]"),
                        successPerDay(),
                        bars(
                                "error_categories",
                                "Error categories",
                                650,
                                "Error Pattern[Error Category]",
                                "[Error Occurrences]"),
                        bars("failing_nodes", "Top failing nodes", 960, "Node[Node]", "[Node Failures]"),
                        patterns(),
                        unsuccessfulPerDay()));
    }

    private static Visual successPerDay() {
        return Visuals.chart("success_per_day", "lineChart", "Success rate per day", new Box(20, 258, 620, 220))
                .role("Category", "Date[Date]")
                .role("Y", "[Success Rate]")
                .with(new Tooltip(Pages.TOOLTIP));
    }

    private static Visual bars(String name, String title, int x, String category, String measure) {
        return Visuals.chart(name, "clusteredBarChart", title, new Box(x, 258, 300, 220))
                .role("Category", category)
                .role("Y", measure)
                .with(new Sorted(measure, true))
                .with(new OnlyAboveZero(measure));
    }

    private static Visual patterns() {
        return Visuals.table(
                        "patterns",
                        "Error patterns",
                        new Box(20, 486, 810, 222),
                        "Error Pattern[Error Pattern]",
                        "Error Pattern[Error Category]",
                        "Error Pattern[Severity]",
                        "[Error Occurrences]",
                        "[Runs With Errors]",
                        "[Scenarios With Errors]",
                        "[First Seen]",
                        "[Last Seen]")
                .with(new OnlyAboveZero("[Error Occurrences]"))
                .with(new Sorted("[Error Occurrences]", true));
    }

    private static Visual unsuccessfulPerDay() {
        return Visuals.chart(
                        "unsuccessful_per_day",
                        "columnChart",
                        "Failed and timed out runs per day by error category",
                        new Box(840, 486, 420, 222))
                .role("Category", "Date[Date]")
                .role("Y", "[Unsuccessful Runs]")
                .role("Series", "Run[Run Error Category]")
                .with(new Tooltip(Pages.TOOLTIP));
    }

    static Page tooltip() {
        return new Page(
                Pages.TOOLTIP,
                "Runs of a day",
                Page.Kind.TOOLTIP,
                null,
                List.of(Visuals.cards(
                        "day",
                        "Runs",
                        new Box(8, 8, 304, 224),
                        "[Runs]",
                        "[Success Rate]",
                        "[Unsuccessful Runs]",
                        "[Mean Duration (s)]")));
    }
}
