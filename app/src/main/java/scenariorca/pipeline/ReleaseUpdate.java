package scenariorca.pipeline;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import scenariorca.platform.SqlFile;
import scenariorca.problems.ProblemActions;
import scenariorca.problems.ReleaseMarks;

/** Notes the releases that a load's log lines and models tell of, within the caller's transaction. */
final class ReleaseUpdate {
    private static final String FOLDER = "load/releases/";
    private static final int LINES_AT_ONCE = 2_000;
    private static final String PLATFORM = "-1";

    private final Connection connection;

    private ReleaseUpdate(Connection connection) {
        this.connection = connection;
    }

    /** Returns the releases that are new. The problems they touch wait to be told anew. */
    static long run(Connection connection) throws SQLException {
        var update = new ReleaseUpdate(connection);
        update.execute("marks.sql");
        update.readLines(ReleaseMarks.standard());
        update.execute("publications.sql");
        return update.store();
    }

    /**
     * A release somebody told of.
     *
     * @param source api or command
     * @return whether it was not known
     */
    static boolean add(Connection connection, String source, ProblemActions.Told release, String by)
            throws SQLException {
        var update = new ReleaseUpdate(connection);
        update.execute("marks.sql");
        update.copy(List.<String[]>of(new String[] {
            release.name(),
            release.service(),
            release.environment(),
            PLATFORM,
            source,
            by,
            release.at().toString()
        }));
        return update.store() > 0;
    }

    private long store() throws SQLException {
        long added = execute("new_releases.sql");
        if (added > 0) {
            execute("stale_problems.sql");
            execute("repeated_releases.sql");
        }
        return added;
    }

    private void readLines(ReleaseMarks marks) throws SQLException {
        var found = new ArrayList<String[]>();
        try (var statement = connection.prepareStatement(SqlFile.read(FOLDER + "mark_lines.sql"))) {
            statement.setFetchSize(LINES_AT_ONCE);
            statement.setString(1, marks.hints().stream().sorted().collect(Collectors.joining("|")));
            try (ResultSet lines = statement.executeQuery()) {
                while (lines.next()) {
                    ReleaseMarks.Mark mark =
                            marks.in(lines.getString("message")).orElse(null);
                    if (mark != null) {
                        found.add(row(mark, lines));
                    }
                }
            }
        }
        copy(found);
    }

    private static String[] row(ReleaseMarks.Mark mark, ResultSet line) throws SQLException {
        return new String[] {
            mark.release(),
            mark.service().isEmpty() ? line.getString("service_name") : mark.service(),
            line.getString("environment"),
            PLATFORM,
            "log",
            mark.rule(),
            SqlTime.instant(line, "log_timestamp").toString()
        };
    }

    private void copy(List<String[]> rows) throws SQLException {
        try (var copy = new CopyWriter(
                connection,
                "release_mark (release_name, service_name, environment, model_key, release_source, told_by, released_at)")) {
            for (String[] row : rows) {
                copy.row(row);
            }
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private long execute(String file) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SqlFile.read(FOLDER + file));
            return Math.max(0, statement.getLargeUpdateCount());
        }
    }
}
