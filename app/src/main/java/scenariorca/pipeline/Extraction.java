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
import scenariorca.source.SourceDatabase;

/**
 * Decides which rows of the source a load reads. An incremental load reads what changed since the watermark less an
 * overlap, then follows ids to whatever those rows need. It uses an index where the source has one and never needs one.
 */
final class Extraction {
    /** Small tables, read whole each time: a change in them has no time stamp to find it by. */
    private static final List<String> SMALL = List.of(
            "fc_model",
            "fc_model_node_tab",
            "fc_model_node_groups",
            "fc_model_node",
            "fc_model_node_edge",
            "fc_forecast_init",
            "fc_event_type");

    /** The tables that grow, in an order in which each can be followed to the next. */
    private static final List<String> GROWING = List.of(
            "fc_scenario",
            "fc_scenario_event_type",
            "fc_scenario_event_data",
            "fc_scenario_node_data",
            "fc_scenario_run",
            "fc_scenario_run_branch");

    /** The largest tables; read whole, they are read while the others are merged. */
    private static final List<String> LARGEST = List.of("fc_scenario_node_calc", "fc_scenario_event_calc");

    private final SourceDatabase source;
    private final Connection connection;
    private final Staging staging;
    private final Duration overlap;
    private final int batchSize;
    private boolean hasRest;

    Extraction(SourceDatabase source, Connection connection, Staging staging, Duration overlap, int batchSize) {
        this.source = source;
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
        analyze(connection, SMALL);
        analyze(connection, GROWING);
        if (!hasRest) {
            analyze(connection, LARGEST);
        }
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
        analyze(other, LARGEST);
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
        changed("fc_scenario", watermarks, List.of());
        staging.copyAll("fc_scenario_event_type");
        changed("fc_scenario_event_data", watermarks, List.of());
        boolean isEndIndexed = source.isIndexed("fc_scenario_node_data", "end_at");
        boolean isCreationIndexed = source.isIndexed("fc_scenario_node_data", "created_at");
        String path = isCreationIndexed && !isEndIndexed ? "created" : "changed";
        staging.copy("fc_scenario_node_data", condition("fc_scenario_node_data", path, watermarks, List.of()));
        changed("fc_scenario_run", watermarks, ids("load/ids/unfinished_runs.sql"));
        changed("fc_scenario_run_branch", watermarks, ids("load/ids/staged_runs.sql"));
        staging.copy("fc_scenario_node_calc", calculations(watermarks));
        follow("fc_scenario_run_branch", "load/ids/missing_branches.sql");
        follow("fc_scenario_run", "load/ids/missing_runs.sql");
        follow("fc_scenario_node_data", "load/ids/replaced_inputs.sql");
        follow("fc_scenario_node_data", "load/ids/missing_inputs.sql");
        validated("fc_scenario_node_data", "load/ids/unvalidated_inputs.sql");
        validated("fc_scenario_event_data", "load/ids/unvalidated_events.sql");
        follow("fc_scenario", "load/ids/missing_scenarios.sql");
        changed("fc_scenario_event_calc", watermarks, ids("load/ids/staged_branches.sql"));
    }

    private void changed(String table, Map<String, Instant> watermarks, List<UUID> ids) {
        staging.copy(table, condition(table, "changed", watermarks, ids));
    }

    /** By update time and by branch, whichever has an index; by both in one scan when neither has. */
    private Condition calculations(Map<String, Instant> watermarks) throws SQLException {
        String table = "fc_scenario_node_calc";
        boolean isTimeIndexed = source.isIndexed(table, "updated_at");
        boolean isBranchIndexed = source.isIndexed(table, "scenario_run_branch_id");
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
