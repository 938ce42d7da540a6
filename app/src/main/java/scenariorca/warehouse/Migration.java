package scenariorca.warehouse;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** Creates and upgrades the warehouse's tables. */
public final class Migration {
    private final Warehouse warehouse;
    private final Flyway flyway;

    public Migration(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.flyway = configuration(warehouse).load();
    }

    private static FluentConfiguration configuration(Warehouse warehouse) {
        return Flyway.configure()
                .dataSource(
                        warehouse.address().url(),
                        warehouse.address().user(),
                        warehouse.address().password())
                .schemas(warehouse.address().schema(), warehouse.stagingSchema())
                .defaultSchema(warehouse.address().schema())
                .placeholders(Map.of("staging", warehouse.stagingSchema()))
                .locations("classpath:sql/migration")
                .table("schema_history")
                .initSql("set rca.viewer = '" + Viewer.ALL.json() + "'");
    }

    /** Whether this program has the migration of that version. */
    boolean knows(String version) {
        return versions().contains(version);
    }

    /** All versions of the tables, in order. Example: 1, 2, 3. */
    public List<String> versions() {
        try {
            return Stream.of(flyway.info().all())
                    .filter(migration -> migration.getVersion() != null)
                    .map(migration -> migration.getVersion().toString())
                    .distinct()
                    .toList();
        } catch (FlywayException e) {
            throw explain(e);
        }
    }

    /** Makes the tables of an earlier version, without the views and grants, which fit the latest version only. */
    public void applyUpTo(String version) {
        try {
            configuration(warehouse)
                    .target(version)
                    .repeatableSqlMigrationPrefix("none")
                    .skipDefaultCallbacks(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw explain(e);
        }
    }

    /** Applies what is missing, without the roles and grants, which are of the schema's name. */
    void applyWithoutGrants() {
        try {
            configuration(warehouse).skipDefaultCallbacks(true).load().migrate();
        } catch (FlywayException e) {
            throw explain(e);
        }
    }

    /**
     * Applies what is missing, each migration in its own transaction.
     *
     * @return the descriptions of the applied migrations in order; empty when the warehouse was up to date
     */
    public List<String> apply() {
        try {
            List<String> pending = pending();
            flyway.migrate();
            return pending;
        } catch (FlywayException e) {
            throw explain(e);
        }
    }

    /** The descriptions of the migrations the warehouse lacks. */
    public List<String> pending() {
        try {
            return Stream.of(flyway.info().pending())
                    .map(Migration::description)
                    .toList();
        } catch (FlywayException e) {
            throw explain(e);
        }
    }

    private static String description(MigrationInfo migration) {
        return migration.getVersion() == null
                ? migration.getDescription()
                : migration.getVersion() + " " + migration.getDescription();
    }

    private RcaException explain(FlywayException failure) {
        if (failure.getCause() instanceof SQLException sql) {
            return warehouse.explain(sql);
        }
        String line = failure.getMessage() == null
                ? "unknown"
                : failure.getMessage().lines().findFirst().orElse("");
        return new RcaException(ErrorCode.PROBLEM, "the warehouse cannot be migrated: " + line, failure);
    }
}
