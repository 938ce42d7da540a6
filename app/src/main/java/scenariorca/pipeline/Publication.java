package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
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
    private static final String NO_RUN =
            "the source has no branch or run for them (yet); the load after these arrive reads them again";

    private static final int ROWS_WORTH_ANALYZING = 1_000;

    private final Connection connection;
    private final Progress progress;
    private final Map<String, LoadSummary.Table> written = new LinkedHashMap<>();
    private final Map<String, Long> mirrored = new HashMap<>();
    private final Set<String> justFilled = new HashSet<>();
    private final Map<LoadStep.Kind, Map<String, Long>> rowsByKind = new EnumMap<>(LoadStep.Kind.class);
    private String lastPhase = "";

    Publication(Connection connection, Progress progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /** @param rest rows that may still be on their way: calculations, which no phase before "calculations" needs */
    void run(PatternMemory memory, BackgroundExtraction rest) throws SQLException {
        run("dimensions", "runs");
        deriveDifferences();
        run("inputs");
        rest.await();
        ErrorTexts.classify(connection, memory.classifier());
        runPatterns(memory);
        run("calculations", "comparisons", "history", "error_findings", "findings");
        runAfterTables(memory);
    }

    /** Merges the staged log lines alone. */
    void runLogs(PatternMemory memory) throws SQLException {
        runPatterns(memory);
        if (memory.categories().hasChanged()) {
            run("error_findings");
        }
        runAfterTables(memory);
    }

    private void runPatterns(PatternMemory memory) throws SQLException {
        memory.save(connection);
        if (memory.categories().hasChanged()) {
            memory.categories().save(connection);
        }
        run("patterns");
    }

    /** Log lines are merged in every load: a run that was read may be what older lines waited for. */
    private void runAfterTables(PatternMemory memory) throws SQLException {
        if (memory.categories().hasChanged()) {
            run("recategorised");
        }
        run("log_candidates", "log_lines", "log_counts", "log_consequences");
        noteReleases();
        run("problems");
    }

    /** Moves what a person's decision has given another pattern. */
    void runEdit(PatternMemory memory) throws SQLException {
        memory.save(connection);
        run("patterns", "log_candidates", "regrouped", "log_counts");
        ProblemUpdate.lock(connection);
        run("problems");
    }

    /** Gives the patterns of another category, and all that carries them, that category. */
    void runCategories(CategoryMemory categories) throws SQLException {
        categories.save(connection);
        run("patterns", "error_findings", "recategorised");
    }

    /** Rows that steps of a kind wrote to a table. */
    long rows(LoadStep.Kind kind, String table) {
        return rowsByKind.getOrDefault(kind, Map.of()).getOrDefault(table, 0L);
    }

    /** Runs phases, which must be named in the order of their folders: that is the order people read them in. */
    private void run(String... names) throws SQLException {
        for (String name : names) {
            String phase = LoadStep.phases().stream()
                    .filter(folder -> folder.substring(folder.indexOf('_') + 1).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no phase " + name));
            if (phase.compareTo(lastPhase) <= 0) {
                throw new IllegalStateException(phase + " does not come after " + lastPhase);
            }
            lastPhase = phase;
            for (LoadStep step : LoadStep.of(phase)) {
                run(step);
            }
        }
    }

    private void noteReleases() throws SQLException {
        long start = System.nanoTime();
        ProblemUpdate.lock(connection);
        long added = ReleaseUpdate.run(connection);
        double seconds = (System.nanoTime() - start) / 1e9;
        written.put("dim_release", new LoadSummary.Table("dim_release", 0, added, 0, 0, null, seconds));
    }

    private void deriveDifferences() throws SQLException {
        long start = System.nanoTime();
        InputDifferences.derive(connection, "load/input_pairs.sql");
        InputDifferences.derive(connection, "load/event_pairs.sql");
        progress.say(String.format(Locale.ROOT, "compared input versions: %.1f s", (System.nanoTime() - start) / 1e9));
    }

    private void run(LoadStep step) throws SQLException {
        if (step.kind() == LoadStep.Kind.MENDS && justFilled.contains(step.table())) {
            return;
        }
        long start = System.nanoTime();
        boolean isFilling = step.kind() == LoadStep.Kind.ADDS && BulkFill.isEmpty(connection, step.table());
        long rows = isFilling ? fill(step) : execute(step);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (step.kind() == LoadStep.Kind.PREPARES) {
            progress.say(String.format(Locale.ROOT, "prepared %s: %.1f s", step.name(), seconds));
            return;
        }
        count(step, rows);
        if (rows >= ROWS_WORTH_ANALYZING) {
            analyze(step.table());
        }
        written.merge(
                step.table(),
                new LoadSummary.Table(step.table(), 0, rows, 0, 0, null, (System.nanoTime() - start) / 1e9),
                (before, now) -> new LoadSummary.Table(
                        before.table(),
                        0,
                        before.written() + now.written(),
                        0,
                        0,
                        null,
                        before.seconds() + now.seconds()));
        progress.say(String.format(Locale.ROOT, "merged %s: %,d rows written, %.1f s", step.table(), rows, seconds));
    }

    private void count(LoadStep step, long rows) {
        rowsByKind.computeIfAbsent(step.kind(), _ -> new HashMap<>()).merge(step.table(), rows, Long::sum);
        if (step.mirrored() != null) {
            mirrored.merge(step.mirrored(), rows, Long::sum);
        }
    }

    private long execute(LoadStep step) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(step.sql());
            return statement.getLargeUpdateCount();
        }
    }

    private long fill(LoadStep step) throws SQLException {
        BulkFill stripped = BulkFill.strip(connection, step.table());
        long rows = execute(step);
        stripped.restore();
        justFilled.add(step.table());
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
                    long left = skipped.getOrDefault(table.table(), 0L) + table.skipped();
                    return written == null
                            ? table
                            : table.with(
                                    Math.max(0, table.read() - written - left),
                                    left,
                                    left > table.skipped() ? NO_RUN : table.reason());
                })
                .toList();
    }

    private Map<String, Long> skipped() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/calculations_without_run.sql"))) {
            rows.next();
            return Map.of("stg_calculation", rows.getLong(1));
        }
    }

    /** Tables that were empty and are filled now, without their triggers. */
    Set<String> filled() {
        return Set.copyOf(justFilled);
    }

    /** Rows written to each table, in the order of writing. */
    List<LoadSummary.Table> written() {
        return new ArrayList<>(written.values());
    }
}
