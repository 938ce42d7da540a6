package scenariorca.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.Function;
import picocli.CommandLine;
import scenariorca.App;
import scenariorca.platform.Settings;
import scenariorca.report.ReportSession;
import scenariorca.report.Reports;
import scenariorca.warehouse.WarehouseReader;

/**
 * What a command needs of its surroundings.
 *
 * @param settings the configuration
 * @param out where results go
 * @param err where progress and failures go
 */
public record Terminal(Settings settings, PrintWriter out, PrintWriter err) {
    /** Lines as wide as the terminal, in colours where it has them. */
    Screen screen() {
        return new Screen(Screen.width(settings), CommandLine.Help.Ansi.AUTO.enabled());
    }

    /**
     * What the warehouse answers.
     *
     * @throws scenariorca.platform.RcaException UNREACHABLE, at once, when it does not answer
     */
    public <T> T ask(Function<Reports, T> question) {
        try (App app = App.openFilled(settings);
                WarehouseReader reader = WarehouseReader.open(app.warehouse().address(), 1)) {
            try {
                reader.connect().close();
            } catch (SQLException e) {
                throw reader.explain(e);
            }
            return question.apply(Reports.of(new ReportSession(reader, Clock.systemUTC())));
        }
    }
}
