package scenariorca.powerbi;

import java.util.List;
import scenariorca.powerbi.Visual.Option.Coloured;
import scenariorca.powerbi.Visual.Option.Only;
import scenariorca.powerbi.Visual.Option.OnlyAboveZero;
import scenariorca.powerbi.Visual.Option.Sorted;

/** Why a run failed, and what differs from another. */
final class RunPages {
    private static final String RUN = "Run[Run Id]";

    private RunPages() {}

    static Page diagnostics() {
        return new Page(
                "run_diagnostics",
                "Run Diagnostics",
                Page.Kind.ROW,
                RUN,
                List.of(
                        Visuals.heading("Run Diagnostics"),
                        Visuals.back(),
                        Visuals.table(
                                        "run",
                                        "The run",
                                        new Box(20, 62, 1240, 78),
                                        "Scenario[Scenario]",
                                        "Run[Outcome]",
                                        "Run[Started At]",
                                        "[Mean Duration (s)]",
                                        "Run[Run By]",
                                        "[Node Failures]",
                                        "Run[Fail Reason]")
                                .with(new Coloured("Run[Outcome]", "[Outcome Colour]")),
                        verdict(),
                        findings(),
                        failingNodes(),
                        timing(),
                        inputs(),
                        patterns(),
                        logLines()));
    }

    private static Visual verdict() {
        return Visuals.table(
                        "verdict",
                        "Verdict",
                        new Box(20, 146, 1240, 78),
                        "Node[Node]",
                        "Run Diagnostics[Diagnostic Category]",
                        "Run Diagnostics[Finding]")
                .with(new Only("Run Diagnostics[Diagnostic Type]", List.of("root_cause")));
    }

    private static Visual findings() {
        return Visuals.table(
                "findings",
                "Findings",
                new Box(20, 230, 610, 150),
                "Run Diagnostics[Diagnostic Type]",
                "Run Diagnostics[Diagnostic Severity]",
                "Node[Node]",
                "Run Diagnostics[Finding]");
    }

    private static Visual failingNodes() {
        return Visuals.table(
                        "failing_nodes",
                        "Failing nodes",
                        new Box(640, 230, 620, 150),
                        "Node Calculations[Calculation Started At]",
                        "Node[Node]",
                        "Node Calculations[Branch]",
                        "Node Calculations[Calculation Outcome]",
                        "Node Calculations[Calculation Error]")
                .with(new Only("Node Calculations[Calculation Outcome]", List.of("failed", "timeout")))
                .with(new Sorted("Node Calculations[Calculation Started At]", false));
    }

    private static Visual timing() {
        return Visuals.chart(
                        "node_timing",
                        "clusteredBarChart",
                        "Seconds per node, beside the last good run",
                        new Box(20, 386, 400, 322))
                .role("Category", "Node[Node]")
                .role("Y", "[Node Seconds]", "[Baseline Node Seconds]")
                .with(new Sorted("[Node Seconds]", true));
    }

    private static Visual inputs() {
        return Visuals.table(
                        "input_snapshot",
                        "Inputs as used by this run",
                        new Box(430, 386, 440, 156),
                        "Run Inputs[Input Written At]",
                        "Run Inputs[Input Node]",
                        "Run Inputs[Input Written By]",
                        "Run Inputs[Change From Version Before]",
                        "Run Inputs[Input]")
                .with(new Sorted("Run Inputs[Input Written At]", true));
    }

    private static Visual patterns() {
        return Visuals.table(
                        "log_differences",
                        "In this run's log more often than in the last good run's",
                        new Box(880, 386, 380, 156),
                        "Error Pattern[Error Pattern]",
                        "Error Pattern[Error Category]",
                        "[Error Occurrences]",
                        "[Baseline Error Occurrences]",
                        "[Error Occurrences Delta]")
                .with(new OnlyAboveZero("[Error Occurrences Delta]"))
                .with(new Sorted("[Error Occurrences Delta]", true));
    }

    private static Visual logLines() {
        return Visuals.table(
                        "log_lines",
                        "Log lines of this run, read from the warehouse as you look",
                        new Box(430, 548, 830, 160),
                        "Log Lines[Line At]",
                        "Log Lines[Line Severity]",
                        "Log Lines[Line Service]",
                        "Log Lines[Line]",
                        "Log Lines[Stack Trace]")
                .with(new Sorted("Log Lines[Line At]", false));
    }

    static Page comparison() {
        return new Page(
                "run_comparison",
                "Run Comparison",
                Page.Kind.TAB_AND_ROW,
                RUN,
                List.of(
                        Visuals.heading("Run Comparison"),
                        Visuals.clearSlicers(1050),
                        Visuals.back(),
                        Pages.synced("Scenario", "Scenario[Scenario]", 20, 300),
                        single("Run", "Run[Run]", 330),
                        single("Baseline Run", "Baseline Run[Baseline Run]", 800),
                        Visuals.cards(
                                "at_a_glance",
                                "Run against baseline (the last success before, unless you choose one)",
                                new Box(20, 150, 1240, 100),
                                "[Edits Between Runs]",
                                "[Node Failures]",
                                "[Baseline Node Failures]",
                                "[Node Seconds]",
                                "[Baseline Node Seconds]",
                                "[Error Occurrences Delta]"),
                        edits(),
                        nodes(),
                        patternDeltas(),
                        precomputed()));
    }

    private static Visual single(String title, String field, int x) {
        return Visuals.slicer(
                title.toLowerCase(java.util.Locale.ROOT).replace(' ', '_'),
                title,
                field,
                new Box(x, Pages.SLICERS, 460, Pages.SLICER_HEIGHT));
    }

    private static Visual edits() {
        return Visuals.table(
                        "input_differences",
                        "Inputs edited between the two runs",
                        new Box(20, 258, 760, 226),
                        "Input Differences[Edited At]",
                        "User[User]",
                        "Node[Node]",
                        "Input Differences[Key Path]",
                        "Input Differences[Before]",
                        "Input Differences[After]",
                        "Input Differences[Delta]",
                        "Input Differences[Change Percent]")
                .with(new OnlyAboveZero("[Edits Between Runs]"))
                .with(new Sorted("Input Differences[Edited At]", true));
    }

    private static Visual nodes() {
        return Visuals.table(
                        "node_differences",
                        "Nodes",
                        new Box(790, 258, 470, 226),
                        "Node[Node]",
                        "[Baseline Node Outcome]",
                        "[Node Outcome]",
                        "[Node Seconds Delta]")
                .with(new Sorted("[Node Seconds Delta]", true))
                .with(new Coloured("[Baseline Node Outcome]", "[Baseline Node Colour]"))
                .with(new Coloured("[Node Outcome]", "[Node Colour]"));
    }

    private static Visual patternDeltas() {
        return Visuals.table(
                        "pattern_differences",
                        "Error patterns",
                        new Box(20, 492, 620, 216),
                        "Error Pattern[Error Pattern]",
                        "Error Pattern[Severity]",
                        "[Baseline Error Occurrences]",
                        "[Error Occurrences]",
                        "[Error Occurrences Delta]")
                .with(new Sorted("[Error Occurrences Delta]", true));
    }

    private static Visual precomputed() {
        return Visuals.table(
                        "comparisons",
                        "Runs with the run before and the last success",
                        new Box(650, 492, 610, 216),
                        "Run[Started At]",
                        RUN,
                        "Run Comparisons[Comparison Type]",
                        "Run Comparisons[Status Transition]",
                        "Run Comparisons[Input Changes Between]",
                        "Run Comparisons[Changed Nodes]",
                        "Run Comparisons[Duration Delta Seconds]")
                .with(new Sorted("Run[Started At]", true));
    }
}
