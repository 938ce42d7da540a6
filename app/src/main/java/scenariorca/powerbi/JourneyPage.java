package scenariorca.powerbi;

import java.util.List;
import scenariorca.powerbi.Visual.Option.OutcomeSeries;
import scenariorca.powerbi.Visual.Option.Sorted;

/** What a user did. */
final class JourneyPage {
    private JourneyPage() {}

    static Page journey() {
        return new Page(
                "user_journey",
                "User Journey",
                Page.Kind.TAB,
                null,
                List.of(
                        Visuals.heading("User Journey"),
                        Visuals.clearSlicers(1130),
                        Pages.synced("User", "User[User]", 20, 300),
                        Visuals.dates(new Box(330, Pages.SLICERS, 300, Pages.SLICER_HEIGHT)),
                        Pages.synced("Scenario", "Scenario[Scenario]", 640, 305),
                        Pages.slicer("Action Type", "User Actions[Action Type]", 955, 305),
                        Visuals.cards(
                                "at_a_glance",
                                "At a glance",
                                new Box(20, 150, 1240, 100),
                                "[Actions]",
                                "[Failed Actions]",
                                "[Active Days]",
                                "[Actions Per Active Day]",
                                "[Sessions Held]",
                                "[Mean Session (min)]",
                                "[Most Common Action]"),
                        timeline(),
                        perDay(),
                        sessions(),
                        actions()));
    }

    private static Visual timeline() {
        return Visuals.chart(
                        "actions_over_time",
                        "scatterChart",
                        "Actions by time and hour of the day (UTC), coloured by outcome",
                        new Box(20, 258, 780, 220))
                .role("Category", "User Actions[User Action Key]")
                .role("X", "User Actions[Acted At]")
                .role("Y", "User Actions[Hour Of Day]")
                .role("Series", "User Actions[Action Outcome]")
                .with(new OutcomeSeries("User Actions[Action Outcome]"));
    }

    private static Visual perDay() {
        return Visuals.chart("actions_per_day", "columnChart", "Actions per day by type", new Box(810, 258, 450, 220))
                .role("Category", "Date[Date]")
                .role("Y", "[Actions]")
                .role("Series", "User Actions[Action Type]");
    }

    private static Visual sessions() {
        return Visuals.table(
                        "sessions",
                        "Sessions (a pause of more than 30 minutes ends one)",
                        new Box(20, 486, 520, 222),
                        "Sessions[Session Started At]",
                        "Sessions[Session]",
                        "Sessions[Session Minutes]",
                        "Sessions[Session Actions]",
                        "Sessions[Session Failed Actions]",
                        "Sessions[Session Scenarios]")
                .with(new Sorted("Sessions[Session Started At]", true));
    }

    private static Visual actions() {
        return Visuals.table(
                        "actions",
                        "Actions",
                        new Box(550, 486, 710, 222),
                        "User Actions[Acted At]",
                        "User[User]",
                        "User Actions[Action Type]",
                        "Scenario[Scenario]",
                        "User Actions[Action Outcome]",
                        "User Actions[Request Milliseconds]",
                        "User Actions[Action Error]")
                .with(new Sorted("User Actions[Acted At]", true));
    }
}
