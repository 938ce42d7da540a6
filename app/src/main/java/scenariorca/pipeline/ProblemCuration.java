package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.SqlFile;
import scenariorca.problems.Judgement;
import scenariorca.problems.ProblemActions;
import scenariorca.warehouse.Warehouse;

/**
 * Where people act on problems and tell of releases. An act does not wait for a load that runs; acts on one problem take turns,
 * and none overwrites another.
 */
public final class ProblemCuration implements ProblemActions {
    private static final String APPLICATION_NAME = "scenario-rca-problems";
    private static final String FOLDER = "load/problems/";
    private static final List<String> TYPES =
            List.of("resolve", "reopen", "ignore", "assign", "note", "merge", "verdict_right", "verdict_wrong", "undo");
    private static final List<String> NEED_NOTE = List.of("note");
    private static final List<String> NEED_ARGUMENT = List.of("merge", "undo");
    private static final int MAX_NOTE = 2_000;
    private static final int MAX_ARGUMENT = 200;
    private static final int MAX_RUNS = 1_000_000;
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final Warehouse warehouse;

    public ProblemCuration(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public String act(String problemId, Request request, String by) {
        check(request);
        return published(connection -> {
            int problem = known(connection, problemId);
            if (request.type().equals("merge")) {
                checkMerge(connection, problem, String.valueOf(request.argument()));
            }
            boolean isMerge = request.type().equals("merge");
            if (request.type().equals("undo")) {
                Undone undone = undone(connection, problem, String.valueOf(request.argument()));
                isMerge = undone.type().equals("merge");
                problem = undone.problem();
                explainLater(connection, String.valueOf(request.argument()));
            }
            String id = record(connection, problem, request, by);
            if (isMerge) {
                touch(connection, problem);
            }
            stale(connection, problem);
            ProblemUpdate.run(connection);
            return id;
        });
    }

    @Override
    public String judge(String problemId, Judgement judgement, String by) {
        checkText("note", judgement.note(), MAX_NOTE, false);
        checkText("suspect", judgement.cause(), MAX_ARGUMENT, false);
        return published(connection -> {
            String id = recordJudgement(connection, known(connection, problemId), judgement, by);
            explainLater(connection, id);
            return id;
        });
    }

    @Override
    public boolean tell(Told release, String source, String by) {
        checkText("name", release.name(), MAX_ARGUMENT, true);
        checkText("service", release.service(), MAX_ARGUMENT, false);
        checkText("environment", release.environment(), MAX_ARGUMENT, false);
        if (release.at().isAfter(Instant.now().plus(CLOCKS_DIFFER))) {
            throw invalid("released_at must not be in the future, as %s is".formatted(release.at()));
        }
        return published(connection -> {
            boolean isNew = ReleaseUpdate.add(connection, source, release, by);
            ProblemUpdate.run(connection);
            return isNew;
        });
    }

    private static void check(Request request) {
        if (!TYPES.contains(request.type())) {
            throw invalid(
                    "action must be one of %s, not \"%s\"".formatted(String.join(", ", TYPES), clip(request.type())));
        }
        checkText("note", request.note(), MAX_NOTE, NEED_NOTE.contains(request.type()));
        checkText("argument", request.argument(), MAX_ARGUMENT, NEED_ARGUMENT.contains(request.type()));
        boolean isIgnore = request.type().equals("ignore");
        if (!isIgnore && (request.until() != null || request.runs() != null)) {
            throw invalid("until and runs are for ignore, not for %s".formatted(request.type()));
        }
        if (request.until() != null && request.runs() != null) {
            throw invalid("ignore takes until or runs, not both");
        }
        if (request.runs() != null && (request.runs() < 1 || request.runs() > MAX_RUNS)) {
            throw invalid("runs must be a whole number from 1 to %d".formatted(MAX_RUNS));
        }
    }

    private static void checkText(String name, @Nullable String text, int max, boolean isNeeded) {
        boolean isBlank = text == null || text.isBlank();
        if ((isNeeded && isBlank) || (text != null && (text.length() > max || text.indexOf('\0') >= 0))) {
            throw invalid("%s must be a text of 1 to %d characters".formatted(name, max));
        }
    }

    private static String clip(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private static RcaException invalid(String message) {
        return new RcaException(ErrorCode.INVALID_INPUT, message);
    }

    private static int known(Connection connection, String problemId) throws SQLException {
        try (var statement = prepared(connection, "known.sql")) {
            statement.setString(1, problemId);
            ResultSet rows = statement.executeQuery();
            if (!rows.next()) {
                throw new RcaException(
                        ErrorCode.NOT_FOUND, "There is no problem %s in the warehouse".formatted(problemId));
            }
            return rows.getInt(1);
        }
    }

    private static void checkMerge(Connection connection, int problem, String into) throws SQLException {
        try (var statement = prepared(connection, "mergeable.sql")) {
            statement.setInt(1, problem);
            statement.setInt(2, known(connection, into));
            ResultSet rows = statement.executeQuery();
            rows.next();
            if (!rows.getBoolean(1)) {
                throw invalid("this problem and %s are one already".formatted(into));
            }
        }
    }

    /** An act that is taken back, and the problem it was on. */
    private record Undone(String type, int problem) {}

    private static Undone undone(Connection connection, int problem, String action) throws SQLException {
        try (var statement = prepared(connection, "undoable.sql")) {
            statement.setString(1, action);
            statement.setInt(2, problem);
            ResultSet rows = statement.executeQuery();
            if (!rows.next()) {
                throw invalid(
                        "there is no act %s on this problem that is not taken back already".formatted(clip(action)));
            }
            return new Undone(rows.getString(1), rows.getInt(2));
        }
    }

    private static String record(Connection connection, int problem, Request request, String by) throws SQLException {
        boolean isUndo = request.type().equals("undo");
        try (var statement = prepared(connection, "record_action.sql")) {
            statement.setInt(1, problem);
            statement.setString(2, request.type());
            statement.setString(3, by);
            statement.setString(4, request.note() == null || request.note().isBlank() ? null : request.note());
            statement.setString(5, isUndo ? null : request.argument());
            statement.setObject(6, request.runs(), Types.INTEGER);
            statement.setString(7, isUndo ? request.argument() : null);
            statement.setObject(
                    8,
                    request.until() == null ? null : request.until().atOffset(ZoneOffset.UTC),
                    Types.TIMESTAMP_WITH_TIMEZONE);
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }

    private static String recordJudgement(Connection connection, int problem, Judgement said, String by)
            throws SQLException {
        Judgement.Known known = said.known();
        try (var statement = prepared(connection, "record_judgement.sql")) {
            statement.setInt(1, problem);
            statement.setString(2, said.isRight() ? "verdict_right" : "verdict_wrong");
            statement.setString(3, by);
            statement.setString(4, said.note());
            statement.setString(5, said.cause());
            statement.setObject(6, said.runId());
            statement.setString(7, known == null ? null : known.causeClass());
            statement.setObject(8, known == null ? null : known.nodeId());
            statement.setString(9, known == null ? null : known.input());
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }

    /** Later runs of the error of which this act judges a verdict; none for any other act. */
    private static void explainLater(Connection connection, String action) throws SQLException {
        try (var statement = prepared(connection, "judged_runs.sql")) {
            statement.setString(1, action);
            statement.execute();
        }
    }

    private static void touch(Connection connection, int problem) throws SQLException {
        try (var statement = prepared(connection, "merges.sql")) {
            for (int position = 1; position <= 4; position++) {
                statement.setInt(position, problem);
            }
            statement.execute();
        }
    }

    private static void stale(Connection connection, int problem) throws SQLException {
        try (var statement = prepared(connection, "stale_one.sql")) {
            statement.setInt(1, problem);
            statement.execute();
        }
    }

    private static PreparedStatement prepared(Connection connection, String file) throws SQLException {
        return connection.prepareStatement(SqlFile.read(FOLDER + file));
    }

    /** Something done within the transaction of an act. */
    private interface Deed<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Readers see an act's whole effect or none, under a version of its own. */
    private <T> T published(Deed<T> deed) {
        try (Connection connection = warehouse.connect(APPLICATION_NAME)) {
            connection.setAutoCommit(false);
            ProblemUpdate.lock(connection);
            T result = deed.on(connection);
            long etlRunId = LoadLog.open(connection, "problems");
            LoadLog.publish(
                    connection, etlRunId, null, List.of(new LoadSummary.Table("dim_problem", 0, 1, 0, 0, null, 0)));
            try (var statement = connection.createStatement()) {
                statement.execute(SqlFile.read("load/log/notify.sql"));
            }
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }
}
