package scenariorca.powerbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import scenariorca.TestDatabase;
import scenariorca.platform.Settings;
import scenariorca.warehouse.Migration;
import scenariorca.warehouse.Warehouse;

/** A migrated warehouse in a database of its own. */
final class PowerBiWarehouse implements AutoCloseable {
    private final TestDatabase database;
    private final Warehouse warehouse;

    private PowerBiWarehouse(TestDatabase database, Warehouse warehouse) {
        this.database = database;
        this.warehouse = warehouse;
    }

    static PowerBiWarehouse migrated(String purpose) {
        TestDatabase database = TestDatabase.create(purpose);
        var address = database.address();
        Warehouse warehouse = Warehouse.open(Settings.of(Map.of(
                "REPORTING_DB_HOST", address.host(),
                "REPORTING_DB_PORT", Integer.toString(address.port()),
                "REPORTING_DB_NAME", address.database(),
                "REPORTING_DB_USER", address.user(),
                "REPORTING_DB_PASSWORD", address.password())));
        new Migration(warehouse).apply();
        return new PowerBiWarehouse(database, warehouse);
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
