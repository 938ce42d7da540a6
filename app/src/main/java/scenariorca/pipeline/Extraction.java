package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.SqlFile;

/**
 * Decides which rows of the source a load reads. An incremental load reads what changed since the watermark less an
 * overlap, then follows ids to whatever those rows need. It uses an index where the source has one and never needs one.
 */
final class Extraction {
    /** Small tables, read whole each time: a change in them has no time stamp to find it by. */
    private static final List<String> SMALL = List.of(
            "stg_model", "stg_node_tab", "stg_node_group", "stg_node", "stg_edge", "stg_cycle", "stg_event_type");

    /** The tables that grow, in an order in which each can be followed to the next. */
    private static final List<String> GROWING = List.of(
            "stg_scenario", "stg_scenario_event", "stg_event_input", "stg_input_version", "stg_run", "stg_branch");

    /** The largest tables; read whole, they are read while the others are merged. */
    private static final List<String> LARGEST = List.of("stg_calculation", "stg_event_calculation");

    private final Connection connection;
    private final Staging staging;
    private final Duration overlap;
    private final int batchSize;
    private boolean hasRest;

    Extraction(Connection connection, Staging staging, Duration overlap, int batchSize) {
        this.connection = connection;
        this.staging = staging;
        this.overlap = overlap;
        this.batchSize = batchSize;
    }

    /** Stages what the request asks for, but for the tables that {@link #readRest} reads. */
    void run(LoadRequest request) throws SQLException {
        staging.clear();
        SMALL.forEach(staging::copyAll);
        staging.refuseOtherPlatform();
        switch (request) {
            case LoadRequest.Full _ -> readAll();
            case LoadRequest.OneScenario one ->
                everyGrowing()
                        .forEach(table -> staging.copy(
                                table, Condition.read(table + ".scenario").scenario(one.scenarioId())));
            case LoadRequest.Incremental _ -> readChanges(watermarks());
            case LoadRequest.LogsOnly _ -> {} // not asked
        }
        finish(connection, SMALL);
        finish(connection, GROWING);
        if (!hasRest) {
            finish(connection, LARGEST);
        }
    }

    private void finish(Connection writing, List<String> tables) throws SQLException {
        staging.mendTimes(writing, tables);
        analyze(writing, tables);
    }

    private void readAll() {
        GROWING.forEach(staging::copyAll);
        hasRest = true;
    }

    private static List<String> everyGrowing() {
        return Stream.concat(GROWING.stream(), LARGEST.stream()).toList();
    }

    /** Whether tables are left to {@link #readRest}. */
    boolean hasRest() {
        return hasRest;
    }

    /** Stages the tables left, by a connection of its own. */
    void readRest(Connection other) throws SQLException {
        LARGEST.forEach(table -> staging.copyAll(other, table));
        finish(other, LARGEST);
    }

    private static void analyze(Connection connection, List<String> tables) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set default_statistics_target = 20"); // to plan the merge, not to answer people
            statement.execute("analyze " + String.join(", ", tables));
            statement.execute("reset default_statistics_target");
        }
    }

    private void readChanges(Map<String, Instant> watermarks) throws SQLException {
        if (!watermarks.keySet().containsAll(everyGrowing())) {
            readAll(); // never loaded whole: there is nothing to be incremental to
            return;
        }
        changed("stg_scenario", watermarks, List.of());
        staging.copyAll("stg_scenario_event");
        changed("stg_event_input", watermarks, List.of());
        boolean isEndIndexed = staging.isIndexed("stg_input_version", "ended_at");
        boolean isCreationIndexed = staging.isIndexed("stg_input_version", "created_at");
        String path = isCreationIndexed && !isEndIndexed ? "created" : "changed";
        staging.copy("stg_input_version", condition("stg_input_version", path, watermarks, List.of()));
        changed("stg_run", watermarks, ids("load/ids/unfinished_runs.sql"));
        changed("stg_branch", watermarks, ids("load/ids/staged_runs.sql"));
        staging.copy("stg_calculation", calculations(watermarks));
        follow("stg_branch", "load/ids/missing_branches.sql");
        follow("stg_run", "load/ids/missing_runs.sql");
        follow("stg_input_version", "load/ids/replaced_inputs.sql");
        follow("stg_input_version", "load/ids/missing_inputs.sql");
        validated("stg_input_version", "load/ids/unvalidated_inputs.sql");
        validated("stg_event_input", "load/ids/unvalidated_events.sql");
        follow("stg_scenario", "load/ids/missing_scenarios.sql");
        changed("stg_event_calculation", watermarks, ids("load/ids/staged_branches.sql"));
    }

    private void changed(String table, Map<String, Instant> watermarks, List<UUID> ids) {
        staging.copy(table, condition(table, "changed", watermarks, ids));
    }

    /** By update time and by branch, whichever has an index; by both in one scan when neither has. */
    private Condition calculations(Map<String, Instant> watermarks) throws SQLException {
        String table = "stg_calculation";
        boolean isTimeIndexed = staging.isIndexed(table, "updated_at");
        boolean isBranchIndexed = staging.isIndexed(table, "branch_id");
        String path = isTimeIndexed == isBranchIndexed ? "changed" : isTimeIndexed ? "updated" : "branches";
        return condition(table, path, watermarks, ids("load/ids/staged_branches.sql"));
    }

    private Condition condition(String table, String path, Map<String, Instant> watermarks, List<UUID> ids) {
        Instant since = watermarks.getOrDefault(table, Instant.EPOCH).minus(overlap);
        return Condition.read(table + "." + path).since(since).ids(ids);
    }

    /** Reads the rows that what has been read so far refers to, and that neither it nor the warehouse has. */
    private void follow(String table, String idsFile) throws SQLException {
        staging.copyByIds(table, ids(idsFile), batchSize);
    }

    /** Reads the rows validated since they were read: the source notes no time of that. */
    private void validated(String table, String idsFile) throws SQLException {
        List<UUID> ids = ids(idsFile);
        if (!ids.isEmpty()) {
            staging.copy(table, Condition.read(table + ".validated").ids(ids));
        }
    }

    private List<UUID> ids(String file) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read(file))) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private Map<String, Instant> watermarks() throws SQLException {
        var watermarks = new HashMap<String, Instant>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/watermarks.sql"))) {
            while (rows.next()) {
                @Nullable OffsetDateTime time = rows.getObject(2, OffsetDateTime.class);
                if (time != null) {
                    watermarks.put(rows.getString(1), time.toInstant());
                }
            }
        }
        return watermarks;
    }
}
