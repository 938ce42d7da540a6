package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scenariorca.pipeline.SourceQuery.StagingColumn;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.SqlFile;
import scenariorca.source.CopyFormat;
import scenariorca.source.SourceDatabase;
import scenariorca.warehouse.Warehouse;

/** Copies rows of the source into the staging tables, each table once and in the source's one snapshot. */
final class Staging {
    /** SQL state classes of failures that are about a value: data, constraint, and a limit of what a type can hold. */
    private static final Set<String> DATA_ERRORS = Set.of("22", "23", "54");

    private final SourceDatabase source;
    private final Warehouse warehouse;
    private final Connection connection;
    private final Progress progress;
    private final Map<String, SourceQuery> queries = new LinkedHashMap<>();
    private final Map<String, LoadSummary.Table> counts = new LinkedHashMap<>();
    private final OddValues odd = new OddValues();

    Staging(SourceDatabase source, Warehouse warehouse, Connection connection, Progress progress) throws SQLException {
        this.source = source;
        this.warehouse = warehouse;
        this.connection = connection;
        this.progress = progress;
        check(columns());
    }

    /** The columns of the staging tables that are filled from the source. */
    private Map<String, List<StagingColumn>> columns() throws SQLException {
        var tables = new LinkedHashMap<String, List<StagingColumn>>();
        try (var statement = connection.prepareStatement(SqlFile.read("load/staging/columns.sql"))) {
            statement.setString(1, warehouse.stagingSchema());
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add(new StagingColumn(
                                rows.getString(2), rows.getString(3), rows.getBoolean(4), rows.getInt(5)));
            }
        }
        return tables;
    }

    private void check(Map<String, List<StagingColumn>> tables) {
        var missing = new ArrayList<String>();
        for (Map.Entry<String, List<StagingColumn>> table : tables.entrySet()) {
            SourceQuery query = query(table.getKey(), table.getValue());
            queries.put(table.getKey(), query);
            missing.addAll(query.problems());
        }
        if (!missing.isEmpty()) {
            throw new RcaException(
                    ErrorCode.PROBLEM,
                    "the source at %s, schema %s, lacks what a load needs: %s; check SOURCE_DB_NAME, SOURCE_DB_SCHEMA and that %s may read them"
                            .formatted(
                                    source.address(),
                                    source.address().schema(),
                                    String.join(", ", missing),
                                    source.address().user()));
        }
    }

    private SourceQuery query(String table, List<StagingColumn> columns) {
        try {
            return SourceQuery.of(table, columns, source);
        } catch (SQLException e) {
            throw source.explain(e);
        }
    }

    Collection<SourceQuery> queries() {
        return List.copyOf(queries.values());
    }

    /** What a person should know of the source's columns, and of the values read so far. */
    List<String> notices() {
        return Stream.concat(
                        queries.values().stream().flatMap(query -> query.notices().stream()), odd.notices().stream())
                .toList();
    }

    /** Makes times that no clock shows harmless, in tables that have been read. */
    void mendTimes(Connection other, List<String> tables) throws SQLException {
        for (String table : tables) {
            new OddTimes(other, query(table)).mend(odd);
        }
    }

    /** The staging tables as the source would fill them now, as common table expressions. */
    String sourceTables() {
        return queries.values().stream().map(SourceQuery::asTable).collect(Collectors.joining(", "));
    }

    /** Whether an index of the source finds rows by this column, so that a condition on it need not read the table. */
    boolean isIndexed(String table, String column) {
        return source.isIndexed(query(table).origins().getOrDefault(column, "."));
    }

    /** Empties every staging table. */
    void clear() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("truncate " + String.join(", ", queries.keySet()));
        }
    }

    /** Two platforms in one warehouse could not be told apart again: the models read must not all be new to it. */
    void refuseOtherPlatform() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/other_platform.sql"))) {
            if (rows.next()) {
                throw new RcaException(
                        ErrorCode.CONFIGURATION,
                        "the warehouse at %s holds another platform: none of the %d models at %s is in it; check SOURCE_DB_*, or give this source a warehouse of its own (RCA_HOME, or REPORTING_DB_NAME)"
                                .formatted(warehouse.address(), rows.getLong(1), source.address()));
            }
        }
    }

    void copyAll(String table) {
        copyAll(connection, table);
    }

    /** The same by another connection to the warehouse; one at a time, as the source has only one. */
    void copyAll(Connection other, String table) {
        copy(other, table, query(table).select());
    }

    void copy(String table, Condition condition) {
        copy(connection, table, "with " + sourceTables() + " select * from " + table + " where " + condition.sql());
    }

    /** Copies rows by primary key, a bounded number in each statement. */
    void copyByIds(String table, List<UUID> ids, int batchSize) {
        for (int from = 0; from < ids.size(); from += batchSize) {
            List<UUID> batch = ids.subList(from, Math.min(from + batchSize, ids.size()));
            copy(table, Condition.read("ids").key(query(table).key()).ids(batch));
        }
    }

    private void copy(Connection into, String table, String select) {
        long start = System.nanoTime();
        Savepoint before = source.mark();
        try {
            CopyFormat format = query(table).format();
            long rows = new CopyPipe(into, format, failure -> unreadable(table, failure))
                    .run(
                            source.copyOut(select, format),
                            warehouse.stagingSchema() + "." + table,
                            query(table).columnNames(),
                            passed -> progress.say("reading " + table + ": " + rate(passed, start)));
            count(table, new RoughCopy.Rows(rows, 0), start);
        } catch (SQLException e) {
            if (!isOfData(e)) {
                throw warehouse.explain(e);
            }
            copyRoughly(into, table, select, before, true);
        } catch (RcaException e) {
            if (!(e.getCause() instanceof SQLException failure) || !isOfData(failure)) {
                throw e;
            }
            copyRoughly(into, table, select, before, false);
        }
    }

    /** Again, value by value. */
    private void copyRoughly(Connection into, String table, String select, Savepoint before, boolean isComputable) {
        long start = System.nanoTime();
        progress.say("a row of " + table + " does not fit; reading it again, value by value");
        source.backTo(before);
        try {
            count(
                    table,
                    new RoughCopy(source, into, warehouse.stagingSchema(), query(table), odd)
                            .run(select, isComputable, failure -> unreadable(table, failure)),
                    start);
        } catch (SQLException e) {
            throw unwritable(table, e);
        }
    }

    /** Whether a failure is about values, and not about the network or the disk. */
    private static boolean isOfData(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return DATA_ERRORS.contains(state.substring(0, Math.min(2, state.length())));
    }

    private void count(String table, RoughCopy.Rows rows, long start) {
        String reason = rows.leftOut() == 0 ? null : "they lack what a row needs (see the notes)";
        counts.merge(
                table,
                new LoadSummary.Table(
                        table, rows.read(), 0, 0, rows.leftOut(), reason, (System.nanoTime() - start) / 1e9),
                (before, now) -> new LoadSummary.Table(
                        table,
                        before.read() + now.read(),
                        0,
                        0,
                        before.skipped() + now.skipped(),
                        now.reason() == null ? before.reason() : now.reason(),
                        before.seconds() + now.seconds()));
        progress.say("read " + table + ": " + rate(rows.read(), start));
    }

    private static String rate(long rows, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        return String.format(Locale.ROOT, "%,d rows, %,.0f rows/s", rows, rows / Math.max(seconds, 1e-3));
    }

    private RcaException unwritable(String table, SQLException failure) {
        RcaException plain = warehouse.explain(failure);
        return isOfData(failure)
                ? new RcaException(
                        ErrorCode.PROBLEM,
                        "a row of the source's %s does not fit: %s".formatted(table, plain.getMessage()),
                        failure)
                : plain;
    }

    private RcaException unreadable(String table, SQLException failure) {
        return failure.getMessage() != null && failure.getMessage().contains("statement timeout")
                ? new RcaException(
                        ErrorCode.PROBLEM,
                        "reading %s took longer than SOURCE_STATEMENT_TIMEOUT_SECONDS; raise it".formatted(table),
                        failure)
                : source.explain(failure);
    }

    /** Rows read so far of each table, in the order of reading. */
    List<LoadSummary.Table> counts() {
        return List.copyOf(counts.values());
    }

    long rows(String table) {
        LoadSummary.Table count = counts.get(table);
        return count == null ? 0 : count.read();
    }

    private SourceQuery query(String table) {
        SourceQuery query = queries.get(table);
        if (query == null) {
            throw new IllegalArgumentException("no staging table " + table);
        }
        return query;
    }
}
