package scenariorca;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import scenariorca.platform.Settings;
import scenariorca.platform.SqlFile;
import scenariorca.simulator.Profile;
import scenariorca.simulator.Simulation;
import scenariorca.simulator.SimulationRequest;
import scenariorca.simulator.SimulationTarget;

/** A forecasting platform's database of known content, for tests to change and to load from. */
public final class SourcePlatform implements AutoCloseable {
    private final TestDatabase database;

    private SourcePlatform(TestDatabase database) {
        this.database = database;
    }

    /** Fills a database with this many scenarios of this many nodes and runs. */
    public static SourcePlatform of(int scenarios, int nodes, int runs) {
        var platform = empty();
        platform.database.execute(SqlFile.read("bench/source.sql")
                .replace(":scenarios", String.valueOf(scenarios))
                .replace(":nodes", String.valueOf(nodes))
                .replace(":runs", String.valueOf(runs)));
        platform.database.execute("analyze");
        return platform;
    }

    /** A simulated platform with its log files. */
    public static SourcePlatform simulated(Profile profile, long seed, double scale, Instant end, Path logs) {
        TestDatabase database = TestDatabase.create("platform");
        var target = new SimulationTarget(
                database.address().url(), database.address().properties("test"), true, true, logs, null);
        Simulation.run(new SimulationRequest(profile, seed, scale, end), target, _ -> {});
        return new SourcePlatform(database);
    }

    /** All tables, no rows. */
    public static SourcePlatform empty() {
        TestDatabase database = TestDatabase.create("platform");
        database.execute(SqlFile.read("simulator/tables.sql"));
        database.execute(SqlFile.read("simulator/keys.sql"));
        return new SourcePlatform(database);
    }

    /** Turns the tables into what older installations have: fewer columns, two of them misspelt. */
    public SourcePlatform older() {
        database.execute("""
                alter table fc_model drop column has_inherent_event, drop column model_version, drop column modified_by;
                alter table fc_model_node drop column node_format;
                alter table fc_forecast_init drop column updated_at, drop column updated_by, drop column updated_req_id;
                alter table fc_event_type rename column updated_by to udpated_by;
                alter table fc_scenario_event_data rename column evented_shares_overridden to event_shares_overridden;
                alter table fc_scenario_event_data drop column model_tab_id, drop column treatment_id;
                alter table fc_scenario_event_calc drop column created_at
                """);
        return this;
    }

    public void execute(String sql) {
        database.execute(sql);
    }

    public String value(String sql) {
        return database.value(sql);
    }

    /** Settings with this platform as the source and {@code warehouse} as the warehouse. */
    public Settings settings(TestDatabase warehouse) {
        var settings = new HashMap<>(database.address().settings("SOURCE_DB"));
        settings.putAll(warehouse.address().settings("REPORTING_DB"));
        return Settings.of(settings);
    }

    @Override
    public void close() {
        database.close();
    }
}
