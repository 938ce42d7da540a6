package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import scenariorca.platform.SqlFile;

/** Merges the staged rows into the warehouse, step by step, within the caller's transaction. */
final class Publication {
    /** The steps in order; a name is a file of load/steps, what follows its number the table it writes. */
    private static final List<String> STEPS = List.of(
            "010_dim_date",
            "020_dim_model",
            "030_dim_user",
            "040_dim_forecast_cycle",
            "050_dim_scenario",
            "060_dim_node",
            "070_bridge_node_edge",
            "080_dim_event_type",
            "090_dim_error_pattern",
            "095_work_orphans",
            "100_fact_scenario_run",
            "110_fact_node_calc_detail",
            "200_work_touched",
            "220_fact_scenario_input_change",
            "230_fact_scenario_input_change",
            "240_fact_event_input_change",
            "250_fact_event_input_change",
            "300_work_run_inputs",
            "310_fact_scenario_run",
            "320_fact_run_comparison",
            "400_fact_scenario_state_change",
            "405_fact_scenario_state_change",
            "410_fact_user_action",
            "500_fact_reliability_daily",
            "600_view_scenario_audit_trail");

    /** After this step the versions are in order, and Java can say how neighbours differ. */
    private static final String VERSIONS_ORDERED = "200_work_touched";

    private final Connection connection;
    private final Progress progress;
    private final Map<String, LoadSummary.Table> written = new LinkedHashMap<>();

    Publication(Connection connection, Progress progress) {
        this.connection = connection;
        this.progress = progress;
    }

    void run() throws SQLException {
        ErrorTexts.classify(connection);
        for (String step : STEPS) {
            run(step);
            if (step.equals(VERSIONS_ORDERED)) {
                InputDifferences.derive(connection, "load/input_pairs.sql");
                InputDifferences.derive(connection, "load/event_pairs.sql");
            }
        }
    }

    private void run(String step) throws SQLException {
        long start = System.nanoTime();
        long rows = 0;
        try (var statement = connection.createStatement()) {
            statement.execute(SqlFile.read("load/steps/" + step + ".sql"));
            rows = statement.getLargeUpdateCount();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String table = step.substring(step.indexOf('_') + 1);
        if (table.startsWith("work_")) {
            return;
        }
        written.merge(
                table,
                new LoadSummary.Table(table, 0, rows, 0, 0, null, seconds),
                (before, now) -> new LoadSummary.Table(
                        table, 0, before.written() + now.written(), 0, 0, null, before.seconds() + now.seconds()));
        progress.say(String.format(Locale.ROOT, "merged %s: %,d rows written, %.1f s", table, rows, seconds));
    }

    /** Rows written to each table, in the order of writing. */
    List<LoadSummary.Table> written() {
        return new ArrayList<>(written.values());
    }

    /** Refreshes the planner's statistics of the tables that grew by more than a little. */
    void analyze(int rowsAtLeast) throws SQLException {
        List<String> grown = written.values().stream()
                .filter(table -> table.written() >= rowsAtLeast)
                .map(LoadSummary.Table::table)
                .toList();
        if (!grown.isEmpty()) {
            try (var statement = connection.createStatement()) {
                statement.execute("analyze " + String.join(", ", grown));
            }
        }
    }
}
