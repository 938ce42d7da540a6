package scenariorca.powerbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import scenariorca.App;
import scenariorca.TestDatabase;
import scenariorca.pipeline.LoadRequest;
import scenariorca.platform.Settings;
import scenariorca.simulator.Profile;
import scenariorca.simulator.Simulation;
import scenariorca.simulator.SimulationRequest;
import scenariorca.simulator.SimulationTarget;
import scenariorca.warehouse.Migration;
import scenariorca.warehouse.Warehouse;

/** A migrated warehouse in a database of its own. */
final class PowerBiWarehouse implements AutoCloseable {
    private static final long SEED = 7;

    private final TestDatabase database;
    private final Warehouse warehouse;

    private PowerBiWarehouse(TestDatabase database, Warehouse warehouse) {
        this.database = database;
        this.warehouse = warehouse;
    }

    static PowerBiWarehouse migrated(String purpose) {
        TestDatabase database = TestDatabase.create(purpose);
        Warehouse warehouse = Warehouse.open(Settings.of(database.address().settings("REPORTING_DB")));
        new Migration(warehouse).apply();
        return new PowerBiWarehouse(database, warehouse);
    }

    /** Loaded from a simulated platform. */
    static PowerBiWarehouse simulated(String purpose, Profile profile, double scale) {
        PowerBiWarehouse made = migrated(purpose);
        try (TestDatabase platform = TestDatabase.create("platform")) {
            Simulation.run(
                    new SimulationRequest(profile, SEED, scale, Instant.parse("2026-11-20T15:00:00Z")),
                    new SimulationTarget(
                            platform.address().url(), platform.address().properties("test"), true, false, null, null),
                    line -> {});
            var settings = new HashMap<>(made.database.address().settings("REPORTING_DB"));
            settings.putAll(platform.address().settings("SOURCE_DB"));
            try (App app = App.open(Settings.of(settings))) {
                app.pipeline().run(new LoadRequest.Full(), line -> {});
            }
        }
        return made;
    }

    Settings settings() {
        return Settings.of(database.address().settings("REPORTING_DB"));
    }

    Connection connect() {
        return warehouse.connect("powerbi-test");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first two columns of all rows, in the order of the first. */
    Map<String, String> pairs(String sql) throws SQLException {
        var pairs = new TreeMap<String, String>();
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
        }
        return pairs;
    }

    @Override
    public void close() {
        warehouse.close();
        database.close();
    }
}
