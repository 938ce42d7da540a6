package scenariorca.pipeline;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import scenariorca.pipeline.SourceQuery.StagingColumn;
import scenariorca.platform.SqlFile;
import scenariorca.source.CopyFormat;
import scenariorca.source.SourceDatabase;

/**
 * Reads rows of which at least one does not fit: each value as text, then as what its column holds, as far as it can be
 * read. One bad row costs this load time, and nothing else.
 */
final class RoughCopy {
    private final SourceDatabase source;
    private final Connection connection;
    private final SourceQuery query;
    private final OddValues odd;
    private final String rough;

    /**
     * @param connection to the warehouse, in autocommit
     * @param schema of staging
     */
    RoughCopy(SourceDatabase source, Connection connection, String schema, SourceQuery query, OddValues odd) {
        this.source = source;
        this.connection = connection;
        this.query = query;
        this.odd = odd;
        this.rough = schema + ".rough_" + query.table();
    }

    /**
     * @param select the rows wanted
     * @param isComputable false when the source failed to compute an expression of a row: then expressions stay empty
     * @return rows read and rows of them left out
     */
    Rows run(String select, boolean isComputable, CopyPipe.Explanation unreadable) throws SQLException {
        execute("drop table if exists " + rough);
        execute("create unlogged table " + rough + " ("
                + query.columns().stream()
                        .map(column -> column.name() + " text")
                        .collect(Collectors.joining(", "))
                + ")");
        long read = new CopyPipe(connection, CopyFormat.TEXT, unreadable)
                .mending(RoughCopy::readable)
                .run(
                        source.copyOut(asTexts(select, isComputable), CopyFormat.TEXT),
                        rough,
                        query.columnNames(),
                        _ -> {});
        for (StagingColumn column : query.columns()) {
            tell(column);
        }
        long kept = execute(sql("read_rough")
                .replace(":table", query.table())
                .replace(":columns", query.columnNames())
                .replace(
                        ":values",
                        query.columns().stream().map(RoughCopy::value).collect(Collectors.joining(", ")))
                .replace(":needed", needed()));
        execute("drop table " + rough);
        return new Rows(read, read - kept);
    }

    private String asTexts(String select, boolean isComputable) {
        return query.columns().stream()
                .map(column -> isComputable || query.isPlain(column.name())
                        ? column.name() + "::text"
                        : "null::text as " + column.name())
                .collect(Collectors.joining(", ", "select ", " from (" + select + ") as rows_wanted"));
    }

    private String needed() {
        return query.columns().stream()
                .filter(StagingColumn::isRequired)
                .map(column -> column.name() + " is not null")
                .collect(Collectors.joining(" and "));
    }

    private static String value(StagingColumn column) {
        String name = column.name();
        return switch (column.type()) {
            case "text" -> name;
            case "varchar" -> "left(%1$s, %2$d) as %1$s".formatted(name, column.maxLength());
            case "jsonb" ->
                "case when reads_as(%1$s, 'jsonb') then %1$s::jsonb else to_jsonb(%1$s) end as %1$s".formatted(name);
            default -> "case when reads_as(%1$s, '%2$s') then %1$s::%2$s end as %1$s".formatted(name, column.type());
        };
    }

    private static String readable(StagingColumn column) {
        String name = column.name();
        String isReadable = switch (column.type()) {
            case "text" -> "true";
            case "varchar" -> "%s is null or length(%1$s) <= %d".formatted(name, column.maxLength());
            default -> "reads_as(%s, '%s')".formatted(name, column.type());
        };
        return column.isRequired() ? "%s is not null and %s".formatted(name, isReadable) : isReadable;
    }

    private static String consequence(StagingColumn column) {
        return switch (column.type()) {
            case "varchar" -> "is longer than %d characters; the rest is cut off".formatted(column.maxLength());
            case "jsonb" -> "cannot be read as JSON; it is kept as the text it is";
            default ->
                column.isRequired()
                        ? "is missing or cannot be read as %s; the row is left out".formatted(column.type())
                        : "cannot be read as %s; it stays empty".formatted(column.type());
        };
    }

    private void tell(StagingColumn column) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        sql("unreadable").replace(":key", query.key()).replace(":readable", readable(column)))) {
            rows.next();
            if (rows.getLong(1) > 0) {
                String example = rows.getString(2);
                odd.add(
                        query.nameOf(column.name()),
                        consequence(column),
                        rows.getLong(1),
                        example == null ? "a row without id" : example);
            }
        }
    }

    /** Bytes that are no text in UTF-8, as a database without an encoding may hold them, become replacement characters. */
    private static byte[] readable(byte[] row) {
        return new String(row, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }

    private String sql(String file) {
        return SqlFile.read("load/staging/" + file + ".sql").replace(":rough", rough);
    }

    private long execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return statement.getLargeUpdateCount();
        }
    }

    /**
     * @param read rows that came
     * @param leftOut rows of these that lacked what a row needs
     */
    record Rows(long read, long leftOut) {}
}
