package scenariorca.bench;

import scenariorca.platform.Settings;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Migration;
import scenariorca.warehouse.Warehouse;

/** A warehouse to measure on. */
final class FreshWarehouse {
    private FreshWarehouse() {}

    /** A migrated warehouse without rows, to be closed by the caller; what was there under that name is dropped. */
    static Warehouse make(EmbeddedPostgres server, String database) {
        server.dropDatabase(database);
        server.createDatabase(database);
        Warehouse warehouse =
                Warehouse.open(Settings.of(server.address(database).settings("REPORTING_DB")));
        new Migration(warehouse).apply();
        return warehouse;
    }
}
