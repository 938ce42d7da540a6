package scenariorca.pipeline;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.SqlFile;
import scenariorca.problems.Act;
import scenariorca.problems.Episode;
import scenariorca.problems.Episodes;
import scenariorca.problems.Placed;
import scenariorca.problems.Placement;
import scenariorca.problems.Release;
import scenariorca.problems.ReleaseSuspicion;
import scenariorca.problems.Rooted;
import scenariorca.problems.Standing;
import scenariorca.problems.Strike;

/**
 * Finds the problems of the runs that wait for one, and tells the episodes of the problems touched, within the caller's
 * transaction. Costs as much as these problems have runs.
 */
final class ProblemUpdate {
    private static final String FOLDER = "load/problems/";

    private final Connection connection;

    private ProblemUpdate(Connection connection) {
        this.connection = connection;
    }

    /** Whether anything waits. */
    static boolean isAnyLeft(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read(FOLDER + "any_left.sql"))) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Waits for whoever changes problems now. Comes before anything that {@link #run} reads is written. */
    static void lock(Connection connection) throws SQLException {
        new ProblemUpdate(connection).execute("lock.sql");
    }

    /** Returns the rows written that readers see. Call {@link #lock} first. */
    static long run(Connection connection) throws SQLException {
        var update = new ProblemUpdate(connection);
        long written = update.place() + update.tell();
        update.execute("changed.sql");
        update.execute("done.sql");
        return written;
    }

    private long place() throws SQLException {
        execute("roots.sql");
        List<Rooted> runs = list("families.sql", ProblemUpdate::rooted);
        execute("places.sql");
        try (var copy = new CopyWriter(
                connection,
                "run_place (run_id, scenario_key, model_key, problem_kind, problem_class, problem_identity, problem_node,"
                        + " problem_model_key, problem_input, verdict_class, verdict_probability, told_by, blamed_input, typed_at,"
                        + " root_fingerprint, node_name, run_started_at)")) {
            for (Placed placed : Placement.of(runs)) {
                Rooted run = placed.run();
                copy.row(
                        run.runId().toString(),
                        Integer.toString(run.scenarioKey()),
                        Integer.toString(run.modelKey()),
                        run.kind(),
                        placed.problemClass(),
                        placed.identity(),
                        placed.nodeName(),
                        Integer.toString(placed.modelKey()),
                        placed.input(),
                        run.verdictClass(),
                        Double.toString(run.verdict().probability()),
                        run.verdict().toldBy(),
                        run.verdict().blame().input(),
                        SqlTime.text(run.verdict().blame().typedAt()),
                        run.fingerprint(),
                        run.nodeName(),
                        run.startedAt().toString());
            }
        } catch (IOException e) {
            throw new SQLException(e);
        }
        long written = 0;
        for (String step : List.of(
                "changed_problems.sql",
                "new_problems.sql",
                "struck_runs.sql",
                "mended_runs.sql",
                "emptied_problems.sql")) {
            written += execute(step);
        }
        execute("touched.sql");
        return written + execute("run_keys.sql");
    }

    private long tell() throws SQLException {
        Map<Integer, List<Strike>> strikes = grouped("strikes.sql", ProblemUpdate::strike);
        Map<Integer, List<Act>> acts = grouped("acts.sql", ProblemActs::of);
        List<Release> releases = list(
                "releases.sql",
                row -> new Release(
                        row.getInt("release_key"), row.getInt("model_key"), SqlTime.instant(row, "released_at")));
        Map<Integer, String> stale = new LinkedHashMap<>();
        list("stale.sql", row -> stale.put(row.getInt("problem_key"), row.getString("problem_class")));
        execute("told.sql");
        var episodes = new ArrayList<@Nullable String[]>();
        var standings = new ArrayList<@Nullable String[]>();
        for (Map.Entry<Integer, String> problem : stale.entrySet()) {
            List<Strike> struck = strikes.getOrDefault(problem.getKey(), List.of());
            List<Act> done = acts.getOrDefault(problem.getKey(), List.of());
            List<Episode> told = Episodes.of(struck, done, publications(problem.getValue(), struck, releases));
            var suspicion = new ReleaseSuspicion(problem.getValue(), struck, releases);
            for (int index = 0; index < told.size(); index++) {
                episodes.add(row(problem.getKey(), index + 1, told.get(index), suspicion));
            }
            standings.add(row(problem.getKey(), Standing.of(told, done, struck)));
        }
        copy(
                "told_episode (problem_key, episode_no, release_key, recovery, first_run_id, last_run_id, started_at,"
                        + " last_failed_at, recovered_at)",
                episodes);
        copy("told_problem (problem_key, owner_name, resolved_by, resolved_in_release, ignored_until)", standings);
        return execute("gone_episodes.sql") + execute("episodes.sql") + execute("standings.sql");
    }

    /** When versions were published of the one model that a problem of a model strikes. */
    private static List<Instant> publications(String problemClass, List<Strike> struck, List<Release> releases) {
        List<Integer> models =
                struck.stream().map(Strike::modelKey).distinct().limit(2).toList();
        return releases.stream()
                .filter(release -> problemClass.equals("model") && models.equals(List.of(release.modelKey())))
                .map(Release::releasedAt)
                .toList();
    }

    private static Rooted rooted(ResultSet row) throws SQLException {
        return new Rooted(
                row.getObject("run_id", UUID.class),
                row.getInt("scenario_key"),
                row.getString("problem_kind"),
                new Rooted.Verdict(
                        row.getString("verdict_class"),
                        row.getDouble("verdict_probability"),
                        row.getString("told_by"),
                        new Rooted.Blame(row.getString("blamed_input"), SqlTime.instantOrNull(row, "typed_at"))),
                new Rooted.Root(
                        row.getString("root_fingerprint"), row.getString("error_category"), row.getString("node_name")),
                row.getInt("model_key"),
                SqlTime.instantOrNull(row, "version_at"),
                SqlTime.instant(row, "run_started_at"),
                home(row));
    }

    private static Rooted.@Nullable Home home(ResultSet row) throws SQLException {
        String problemClass = row.getString("home_class");
        return problemClass == null
                ? null
                : new Rooted.Home(
                        problemClass,
                        row.getString("home_identity"),
                        row.getString("home_node"),
                        row.getBoolean("is_settled"));
    }

    private static Strike strike(ResultSet row) throws SQLException {
        Instant success = SqlTime.instantOrNull(row, "success_at");
        return new Strike(
                row.getObject("run_id", UUID.class),
                row.getInt("scenario_key"),
                row.getInt("model_key"),
                SqlTime.instant(row, "run_started_at"),
                SqlTime.instantOrNull(row, "passed_at"),
                success == null ? null : new Strike.Success(success, row.getBoolean("is_same_inputs")));
    }

    private static @Nullable String[] row(int problem, int number, Episode episode, ReleaseSuspicion suspicion) {
        Episode.End end = episode.end();
        return new @Nullable String[] {
            Integer.toString(problem),
            Integer.toString(number),
            suspicion
                    .of(episode)
                    .map(release -> Integer.toString(release.key()))
                    .orElse(null),
            end == null ? null : end.recovery().word(),
            episode.first().runId().toString(),
            episode.last().runId().toString(),
            episode.first().startedAt().toString(),
            episode.last().startedAt().toString(),
            end == null ? null : end.at().toString()
        };
    }

    private static @Nullable String[] row(int problem, Standing standing) {
        return new @Nullable String[] {
            Integer.toString(problem),
            standing.owner(),
            standing.resolvedBy(),
            standing.resolvedInRelease(),
            SqlTime.text(standing.ignoredUntil())
        };
    }

    private void copy(String target, List<@Nullable String[]> rows) throws SQLException {
        try (var copy = new CopyWriter(connection, target)) {
            for (@Nullable String[] row : rows) {
                copy.row(row);
            }
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String file, Mapper<T> mapper) throws SQLException {
        var list = new ArrayList<T>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read(FOLDER + file))) {
            while (rows.next()) {
                list.add(mapper.map(rows));
            }
        }
        return list;
    }

    private <T> Map<Integer, List<T>> grouped(String file, Mapper<T> mapper) throws SQLException {
        var groups = new LinkedHashMap<Integer, List<T>>();
        list(
                file,
                row -> groups.computeIfAbsent(row.getInt("problem_key"), _ -> new ArrayList<>())
                        .add(mapper.map(row)));
        return groups;
    }

    private long execute(String file) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SqlFile.read(FOLDER + file));
            return Math.max(0, statement.getLargeUpdateCount());
        }
    }
}
