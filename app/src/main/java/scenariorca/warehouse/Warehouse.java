package scenariorca.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.DatabaseFailure;
import scenariorca.platform.Dependency;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.platform.SqlFile;

/** Our database: an external PostgreSQL where {@code REPORTING_DB_HOST} is set, else the embedded one. */
public final class Warehouse implements AutoCloseable {
    private static final String NAME = "the warehouse (REPORTING_DB_*)";
    private static final String DEFAULT_DATABASE = "scenario_rca";
    private static final String DEFAULT_SCHEMA = "rpt";

    private final DatabaseAddress address;
    private final @Nullable EmbeddedPostgres embedded;

    private Warehouse(DatabaseAddress address, @Nullable EmbeddedPostgres embedded) {
        this.address = address;
        this.embedded = embedded;
    }

    /** Finds the warehouse and starts the embedded server when that is the one; connects to nothing else yet. */
    public static Warehouse open(Settings settings) {
        String schema = settings.text("REPORTING_DB_SCHEMA", DEFAULT_SCHEMA);
        if (!schema.matches("[a-z_][a-z0-9_]{0,40}")) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "REPORTING_DB_SCHEMA is \"%s\"; it must be lower-case letters, digits and underscores"
                            .formatted(schema));
        }
        String database = settings.text("REPORTING_DB_NAME", DEFAULT_DATABASE);
        Optional<String> host = settings.text("REPORTING_DB_HOST");
        if (host.isPresent()) {
            return new Warehouse(external(settings, host.get(), database, schema), null);
        }
        EmbeddedPostgres server = EmbeddedPostgres.open(settings.home());
        try {
            server.createDatabase(database);
        } catch (RcaException e) {
            server.close();
            throw e;
        }
        return new Warehouse(server.address(database).withSchema(schema), server);
    }

    /**
     * The same for who only reads: nothing is made where there is nothing.
     *
     * @throws RcaException CONFIGURATION, saying how to come to one, when there is no warehouse or no table in it
     */
    public static Warehouse openFilled(Settings settings) {
        Path home = settings.home();
        if (settings.text("REPORTING_DB_HOST").isEmpty() && !EmbeddedPostgres.isThere(home)) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "there is no warehouse in %s yet; run ./rca etl --full, or ./rca demo for one of a simulated platform"
                            .formatted(home));
        }
        Warehouse warehouse = open(settings);
        try (Connection connection = warehouse.connect("rca-look");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(SqlFile.read("report/has_tables.sql"))) {
            rows.next();
            if (!rows.getBoolean(1)) {
                throw new RcaException(
                        ErrorCode.CONFIGURATION,
                        "the warehouse at %s has no tables yet; run ./rca migrate, or ./rca etl --full to fill it, too"
                                .formatted(warehouse.address));
            }
            return warehouse;
        } catch (SQLException e) {
            warehouse.close();
            throw warehouse.explain(e);
        } catch (RcaException e) {
            warehouse.close();
            throw e;
        }
    }

    /** A query kept in {@code file} under {@code src/main/sql}, on a connection to this warehouse. */
    public Query query(Connection connection, String file) {
        return new Query(connection, NamedSql.of(file), StatementTrace.NONE, this::explain);
    }

    /** What a failure means to who types a command; opens nothing. */
    public static RcaException explain(Settings settings, SQLException failure) {
        Optional<String> host = settings.text("REPORTING_DB_HOST");
        if (host.isPresent()) {
            String schema = settings.text("REPORTING_DB_SCHEMA", DEFAULT_SCHEMA);
            String database = settings.text("REPORTING_DB_NAME", DEFAULT_DATABASE);
            return new Warehouse(external(settings, host.get(), database, schema), null).explain(failure);
        }
        String place = "the warehouse in " + settings.home();
        return Failures.isOtherVersion(failure)
                ? new RcaException(
                        ErrorCode.CONFIGURATION, place + " is of another version; run ./rca migrate", failure)
                : new RcaException(
                        ErrorCode.UNREACHABLE,
                        place + " does not answer: " + failure.getMessage() + "; try again",
                        failure);
    }

    private static DatabaseAddress external(Settings settings, String host, String database, String schema) {
        return new DatabaseAddress(
                host,
                settings.number("REPORTING_DB_PORT", 5432, 1, 65_535),
                database,
                schema,
                settings.text("REPORTING_DB_USER")
                        .orElseThrow(() -> new RcaException(
                                ErrorCode.CONFIGURATION,
                                "REPORTING_DB_USER is not set, but REPORTING_DB_HOST is; set it in .env")),
                settings.text("REPORTING_DB_PASSWORD", ""));
    }

    public DatabaseAddress address() {
        return address;
    }

    /** The server of our own, when the warehouse is on it. */
    public Optional<EmbeddedPostgres> embedded() {
        return Optional.ofNullable(embedded);
    }

    /** Another warehouse in the same database, its schemas named after this one's. Needs no closing. */
    Warehouse beside(String ending) {
        return new Warehouse(address.withSchema(address.schema() + ending), null);
    }

    /** The schema a load passes its rows through. */
    public String stagingSchema() {
        return address.schema() + "_stg";
    }

    /**
     * The driver's properties: names are looked up in the warehouse's schema, then in its staging schema, and all rows are
     * seen.
     */
    public Properties properties(String applicationName) {
        Properties properties = address.properties(applicationName);
        properties.setProperty("options", "-c rca.viewer=" + Viewer.ALL.json());
        properties.setProperty("currentSchema", address.schema() + "," + stagingSchema());
        return properties;
    }

    /** A connection of its own. Close it. */
    public Connection connect(String applicationName) {
        try {
            return address.connect(properties(applicationName));
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    public RcaException explain(SQLException failure) {
        if (Failures.isOtherVersion(failure)) {
            return new RcaException(
                    ErrorCode.CONFIGURATION,
                    "the warehouse at %s is not set up, or is of another version; run ./rca migrate".formatted(address),
                    failure);
        }
        return DatabaseFailure.explain(NAME, address, failure).of(Dependency.WAREHOUSE);
    }

    /**
     * Starts the embedded server again where it died under us; an external one is its keeper's business.
     *
     * @throws RcaException when it does not start
     */
    public void revive() {
        if (embedded != null) {
            embedded.revive();
        }
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
