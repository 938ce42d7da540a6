package scenariorca.powerbi;

import java.util.List;
import scenariorca.powerbi.Visual.Option.Coloured;
import scenariorca.powerbi.Visual.Option.Mobile;
import scenariorca.powerbi.Visual.Option.OnlyAboveZero;
import scenariorca.powerbi.Visual.Option.OutcomeSeries;
import scenariorca.powerbi.Visual.Option.Sorted;
import scenariorca.powerbi.Visual.Option.Tooltip;

/** All scenarios at a glance, and the life of one. */
final class OverviewPages {
    private OverviewPages() {}

    static Page overview() {
        return new Page(
                "scenario_overview",
                "Scenario Overview",
                Page.Kind.TAB,
                null,
                List.of(
                        Visuals.heading("Scenario Overview").with(new Mobile(new Box(0, 0, 324, 48))),
                        Visuals.clearSlicers(1130),
                        Visuals.dates(new Box(20, Pages.SLICERS, 300, Pages.SLICER_HEIGHT))
                                .with(new Mobile(new Box(0, 52, 324, 84))),
                        Pages.synced("Therapeutic Area", "Model[Therapeutic Area]", 330, 225),
                        Pages.synced("Model", "Model[Model]", 565, 225),
                        Pages.synced("Scenario", "Scenario[Scenario]", 800, 225),
                        Pages.slicer("Outcome", "Run[Outcome]", 1035, 225),
                        glance(),
                        runsPerDay(),
                        topFailing(),
                        scenarios()));
    }

    private static Visual glance() {
        return Visuals.cards(
                        "at_a_glance",
                        "At a glance",
                        new Box(20, 150, 1240, 100),
                        "[Scenarios]",
                        "[Failing Scenarios]",
                        "[Runs]",
                        "[Success Rate]",
                        "[Mean Duration (s)]",
                        "[Mean Time To Recovery (h)]",
                        "[Data As Of]")
                .with(new Mobile(new Box(0, 140, 324, 220)));
    }

    private static Visual runsPerDay() {
        return Visuals.chart("runs_per_day", "columnChart", "Runs per day by outcome", new Box(20, 258, 760, 210))
                .role("Category", "Date[Date]")
                .role("Y", "[Runs]")
                .role("Series", "Run[Outcome]")
                .with(new OutcomeSeries("Run[Outcome]"))
                .with(new Tooltip(Pages.TOOLTIP))
                .with(new Mobile(new Box(0, 364, 324, 200)));
    }

    private static Visual topFailing() {
        return Visuals.chart(
                        "top_failing_scenarios",
                        "clusteredBarChart",
                        "Scenarios with most failed or timed out runs",
                        new Box(790, 258, 470, 210))
                .role("Category", "Scenario[Scenario]")
                .role("Y", "[Unsuccessful Runs]")
                .with(new Sorted("[Unsuccessful Runs]", true))
                .with(new OnlyAboveZero("[Unsuccessful Runs]"))
                .with(new Mobile(new Box(0, 568, 324, 200)));
    }

    private static Visual scenarios() {
        return Visuals.table(
                        "scenarios",
                        "Scenarios (right-click a row to drill through to its life)",
                        new Box(20, 476, 1240, 232),
                        "Scenario[Scenario]",
                        "Scenario[Scenario Id]",
                        "Scenario[Scenario Status]",
                        "Scenario Health[Last Run Outcome]",
                        "[Last Run At]",
                        "[Runs]",
                        "[Success Rate]",
                        "[Failure Streak]")
                .with(new Sorted("[Last Run At]", true))
                .with(new Coloured("Scenario Health[Last Run Outcome]", "[Last Run Colour]"))
                .with(new Coloured("[Success Rate]", "[Success Rate Colour]"))
                .with(new Coloured("[Failure Streak]", "[Streak Colour]"))
                .with(new Mobile(new Box(0, 772, 324, 260)));
    }

    static Page scenario() {
        return new Page(
                "scenario_life",
                "Scenario",
                Page.Kind.ROW,
                "Scenario[Scenario Id]",
                List.of(
                        Visuals.heading("One scenario"),
                        Visuals.back(),
                        Visuals.table(
                                "scenario",
                                "The scenario",
                                new Box(20, 64, 1240, 84),
                                "Scenario[Scenario]",
                                "Scenario[Scenario Status]",
                                "Scenario[Created By]",
                                "[Failure Streak]",
                                "[Last Good Run]",
                                "[First Failing Run]",
                                "[Success Rate]"),
                        lifecycle(),
                        history(),
                        grid(),
                        auditTrail()));
    }

    private static Visual lifecycle() {
        return Visuals.table(
                        "lifecycle",
                        "Lifecycle",
                        new Box(20, 156, 420, 184),
                        "Lifecycle Transitions[Transition At]",
                        "Lifecycle Transitions[Transition]",
                        "Lifecycle Transitions[Previous Status]",
                        "User[User]")
                .with(new Sorted("Lifecycle Transitions[Transition At]", false));
    }

    private static Visual history() {
        return Visuals.table(
                        "run_history",
                        "Runs (right-click a row to drill through)",
                        new Box(450, 156, 810, 184),
                        "Run[Started At]",
                        "Run[Run Id]",
                        "Run[Outcome]",
                        "[Mean Duration (s)]",
                        "[Node Failures]",
                        "Run[Run By]",
                        "Run[Fail Reason]")
                .with(new Sorted("Run[Started At]", true))
                .with(new Coloured("Run[Outcome]", "[Outcome Colour]"));
    }

    private static Visual grid() {
        return Visuals.chart(
                        "node_by_run", "pivotTable", "Outcome of each node in each run", new Box(20, 348, 640, 360))
                .role("Rows", "Node[Node]")
                .role("Columns", "Run[Started At]")
                .role("Values", "[Node Outcome]")
                .with(new Coloured("[Node Outcome]", "[Node Colour]"));
    }

    private static Visual auditTrail() {
        return Visuals.table(
                        "audit_trail",
                        "Audit trail",
                        new Box(670, 348, 590, 360),
                        "Audit Trail[Event At]",
                        "Audit Trail[Event]",
                        "User[User]",
                        "Audit Trail[Event Description]")
                .with(new Sorted("Audit Trail[Event At]", false));
    }
}
