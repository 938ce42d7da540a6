package scenariorca.cli;

import java.util.List;
import scenariorca.cli.ScreenTable.Column;
import scenariorca.report.RunRow;

/** Runs, one a line, with why each failed or was slow. */
final class RunsTable {
    private RunsTable() {}

    static void on(Screen screen, List<RunRow> runs) {
        var ids = new CutIds(runs.stream().map(RunRow::runId).toList());
        var table = new ScreenTable(
                Column.whole("run"),
                Column.whole("started (UTC)"),
                Column.whole("outcome"),
                Column.text("scenario"),
                Column.number("took"),
                Column.extra("model"),
                Column.extra("by"));
        for (RunRow run : runs) {
            table.row(
                    ids.told(run.runId(), CellText.or(run.sentence(), "")),
                    ids.cell(run.runId()),
                    CellText.minute(run.startedAt()),
                    CellText.plain(run.outcome()) + (run.isSlow() ? ", slow" : ""),
                    CellText.or(run.scenarioName(), "unnamed"),
                    CellText.duration(run.durationSeconds()),
                    CellText.or(run.modelName()),
                    CellText.or(run.runBy()));
        }
        table.on(screen);
    }
}
