package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import scenariorca.platform.SqlFile;

/** Merges the staged rows into the warehouse, step by step, within the caller's transaction. */
final class Publication {
    private static final String ERROR_FINDINGS = "605_work_error_findings";

    /** The steps in order; a name is a file of load/steps, what follows its number the table it writes. */
    private static final List<String> STEPS = List.of(
            "010_dim_date",
            "020_dim_model",
            "030_dim_user",
            "040_dim_forecast_cycle",
            "050_dim_scenario",
            "055_dim_scenario",
            "060_dim_node",
            "070_bridge_node_edge",
            "080_dim_event_type",
            "100_work_orphans",
            "110_fact_scenario_run",
            "200_work_touched",
            "215_work_input_changes",
            "220_fact_scenario_input_change",
            "225_fact_scenario_input_change",
            "230_fact_scenario_input_change",
            "240_fact_event_input_change",
            "250_fact_event_input_change",
            "260_dim_error_pattern",
            "270_work_calculations",
            "275_fact_node_calc_detail",
            "280_fact_node_calc_detail",
            "300_work_run_inputs",
            "310_fact_scenario_run",
            "315_work_changed_pairs",
            "320_fact_run_comparison",
            "400_fact_scenario_state_change",
            "405_fact_scenario_state_change",
            "410_fact_user_action",
            "500_fact_reliability_daily",
            "595_work_audit_trail",
            "600_view_scenario_audit_trail",
            "605_view_scenario_audit_trail",
            ERROR_FINDINGS,
            "700_work_findings",
            "710_fact_run_diagnostic",
            "720_fact_run_diagnostic",
            "730_work_unexplained_runs");

    /**
     * The steps for log lines, after those for tables. They run in every load: a run that was read may be what older
     * lines waited for.
     */
    private static final List<String> LOG_STEPS = List.of(
            "610_dim_error_pattern",
            "611_dim_error_pattern",
            "612_work_retired_patterns",
            "615_work_log_subjects",
            "620_fact_cloudwatch_log",
            "625_work_log_changes",
            "630_fact_cloudwatch_log",
            "632_fact_cloudwatch_log",
            "635_work_log_links",
            "640_fact_cloudwatch_log",
            "645_work_log_counts",
            "650_agg_log_hour",
            "655_agg_error_pattern_hour",
            "660_agg_error_pattern_day",
            "665_agg_error_pattern_subject",
            "670_agg_redaction_day",
            "675_fact_user_action",
            "690_work_unexplained_runs");

    /** The steps that follow a person's decision about patterns. */
    private static final List<String> EDIT_STEPS = List.of(
            "611_dim_error_pattern",
            "612_work_retired_patterns",
            "615_work_log_subjects",
            "617_work_relabelled",
            "645_work_log_counts",
            "650_agg_log_hour",
            "655_agg_error_pattern_hour",
            "660_agg_error_pattern_day",
            "665_agg_error_pattern_subject");

    /** The steps that follow when patterns are of another category. */
    private static final List<String> CATEGORY_STEPS =
            List.of("607_dim_error_pattern", ERROR_FINDINGS, "608_work_recategorised");

    /** Steps that only insert, into tables large enough to be stripped for their first filling. */
    private static final Set<String> FILLING = Set.of(
            "275_fact_node_calc_detail",
            "220_fact_scenario_input_change",
            "600_view_scenario_audit_trail",
            "620_fact_cloudwatch_log");

    /** Steps that mend rows loaded earlier: nothing to do right after a first filling. */
    private static final Set<String> MENDING =
            Set.of("280_fact_node_calc_detail", "225_fact_scenario_input_change", "605_view_scenario_audit_trail");

    /** Steps whose rows are rows of a source table, one for one, and that table. */
    private static final Map<String, String> MIRRORS = Map.ofEntries(
            Map.entry("020_dim_model", "fc_model"),
            Map.entry("040_dim_forecast_cycle", "fc_forecast_init"),
            Map.entry("050_dim_scenario", "fc_scenario"),
            Map.entry("060_dim_node", "fc_model_node"),
            Map.entry("070_bridge_node_edge", "fc_model_node_edge"),
            Map.entry("080_dim_event_type", "fc_event_type"),
            Map.entry("110_fact_scenario_run", "fc_scenario_run"),
            Map.entry("220_fact_scenario_input_change", "fc_scenario_node_data"),
            Map.entry("225_fact_scenario_input_change", "fc_scenario_node_data"),
            Map.entry("240_fact_event_input_change", "fc_scenario_event_data"),
            Map.entry("275_fact_node_calc_detail", "fc_scenario_node_calc"),
            Map.entry("280_fact_node_calc_detail", "fc_scenario_node_calc"));

    /** Steps before this one need no calculation; those of a full load are read meanwhile. */
    private static final String FIRST_WITH_CALCULATIONS = "260_dim_error_pattern";

    /** After this step the versions are in order, and Java can say how neighbours differ. */
    private static final String VERSIONS_ORDERED = "200_work_touched";

    private static final String NO_RUN =
            "the source has no branch or run for them (yet); the load after these arrive reads them again";

    private static final int ROWS_WORTH_ANALYZING = 1_000;

    private final Connection connection;
    private final Progress progress;
    private final Map<String, LoadSummary.Table> written = new LinkedHashMap<>();
    private final Map<String, Long> mirrored = new HashMap<>();
    private final Set<String> justFilled = new HashSet<>();
    private final Map<String, Long> rowsPerStep = new HashMap<>();

    Publication(Connection connection, Progress progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /** @param rest rows that may still be on their way */
    void run(PatternMemory memory, BackgroundExtraction rest) throws SQLException {
        for (String step : STEPS) {
            if (step.equals(FIRST_WITH_CALCULATIONS)) {
                rest.await();
                ErrorTexts.classify(connection, memory.classifier());
            }
            run(step);
            if (step.equals(VERSIONS_ORDERED)) {
                deriveDifferences();
            }
        }
        runLogs(memory);
    }

    /** Merges the staged log lines alone. */
    void runLogs(PatternMemory memory) throws SQLException {
        memory.save(connection);
        if (memory.categories().hasChanged()) {
            runCategories(memory.categories());
        }
        for (String step : LOG_STEPS) {
            run(step);
        }
    }

    /** Moves what a person's decision has given another pattern. */
    void runEdit(PatternMemory memory) throws SQLException {
        memory.save(connection);
        for (String step : EDIT_STEPS) {
            run(step);
        }
    }

    /** Gives the patterns of another category, and all that carries them, that category. */
    void runCategories(CategoryMemory categories) throws SQLException {
        categories.save(connection);
        for (String step : CATEGORY_STEPS) {
            run(step);
        }
    }

    /** Rows a step wrote; 0 when it did not run. */
    long rows(String step) {
        return rowsPerStep.getOrDefault(step, 0L);
    }

    private void deriveDifferences() throws SQLException {
        long start = System.nanoTime();
        InputDifferences.derive(connection, "load/input_pairs.sql");
        InputDifferences.derive(connection, "load/event_pairs.sql");
        progress.say(String.format(Locale.ROOT, "compared input versions: %.1f s", (System.nanoTime() - start) / 1e9));
    }

    private void run(String step) throws SQLException {
        String table = step.substring(step.indexOf('_') + 1);
        if (MENDING.contains(step) && justFilled.contains(table)) {
            return;
        }
        long start = System.nanoTime();
        long rows = FILLING.contains(step) && BulkFill.isEmpty(connection, table) ? fill(step, table) : execute(step);
        rowsPerStep.put(step, rows);
        if (MIRRORS.containsKey(step)) {
            mirrored.merge(MIRRORS.get(step), rows, Long::sum);
        }
        if (table.startsWith("work_")) {
            progress.say(String.format(
                    Locale.ROOT,
                    "prepared %s: %.1f s",
                    table.substring("work_".length()),
                    (System.nanoTime() - start) / 1e9));
            return;
        }
        if (rows >= ROWS_WORTH_ANALYZING) {
            analyze(table);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        written.merge(
                table,
                new LoadSummary.Table(table, 0, rows, 0, 0, null, seconds),
                (before, now) -> new LoadSummary.Table(
                        table, 0, before.written() + now.written(), 0, 0, null, before.seconds() + now.seconds()));
        progress.say(String.format(Locale.ROOT, "merged %s: %,d rows written, %.1f s", table, rows, seconds));
    }

    private long execute(String step) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SqlFile.read("load/steps/" + step + ".sql"));
            return statement.getLargeUpdateCount();
        }
    }

    private long fill(String step, String table) throws SQLException {
        BulkFill stripped = BulkFill.strip(connection, table);
        long rows = execute(step);
        stripped.restore();
        justFilled.add(table);
        return rows;
    }

    /**
     * Lets the planner of the following steps know of a table that has grown: by the columns they join by. The others
     * are left to autovacuum, for which this counts as no analysis. Of a table in parts only those that have grown much.
     */
    private void analyze(String table) throws SQLException {
        try (var columns = connection.prepareStatement(SqlFile.read("load/key_columns.sql"));
                var grown = connection.prepareStatement(SqlFile.read("load/grown_parts.sql"));
                var statement = connection.createStatement()) {
            columns.setString(1, table);
            ResultSet keys = columns.executeQuery();
            keys.next();
            grown.setString(1, table);
            ResultSet parts = grown.executeQuery();
            while (parts.next()) {
                statement.execute("analyze " + parts.getString(1) + " (" + keys.getString(1) + ")");
            }
        }
    }

    /** What became of the rows read, where each of them is a row of the warehouse: how many were right already, how many found no place. */
    List<LoadSummary.Table> fate(List<LoadSummary.Table> read) throws SQLException {
        Map<String, Long> skipped = skipped();
        return read.stream()
                .map(table -> {
                    Long written = mirrored.get(table.table());
                    long left = skipped.getOrDefault(table.table(), 0L);
                    return written == null
                            ? table
                            : table.with(Math.max(0, table.read() - written - left), left, left == 0 ? null : NO_RUN);
                })
                .toList();
    }

    private Map<String, Long> skipped() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/calculations_without_run.sql"))) {
            rows.next();
            return Map.of("fc_scenario_node_calc", rows.getLong(1));
        }
    }

    /** Rows written to each table, in the order of writing. */
    List<LoadSummary.Table> written() {
        return new ArrayList<>(written.values());
    }
}
