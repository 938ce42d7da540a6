package scenariorca;

import java.util.Optional;
import scenariorca.pipeline.Pipeline;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.source.SourceDatabase;
import scenariorca.source.SourceSettings;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Warehouse;

/** The object graph of the product, wired by hand from the settings. Opening it starts the embedded server, if that is used. */
public final class App implements AutoCloseable {
    /** The database in the embedded server that a simulated platform fills. */
    public static final String SIMULATED_SOURCE = "forecast_platform";

    private final Settings settings;
    private final Warehouse warehouse;

    private App(Settings settings, Warehouse warehouse) {
        this.settings = settings;
        this.warehouse = warehouse;
    }

    public static App open(Settings settings) {
        return new App(settings, Warehouse.open(settings));
    }

    public Settings settings() {
        return settings;
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    public Pipeline pipeline() {
        SourceSettings source = source();
        return new Pipeline(warehouse, () -> SourceDatabase.open(source), settings);
    }

    /**
     * Where the source is: the one that is set, else the simulated platform in the embedded server.
     *
     * @throws RcaException CONFIGURATION when there is neither
     */
    public SourceSettings source() {
        return SourceSettings.from(settings)
                .or(this::simulated)
                .orElseThrow(
                        () -> new RcaException(
                                ErrorCode.CONFIGURATION,
                                "there is no source: set SOURCE_DB_HOST, SOURCE_DB_NAME and SOURCE_DB_USER in .env, or run ./rca demo"));
    }

    private Optional<SourceSettings> simulated() {
        Optional<EmbeddedPostgres> server = warehouse.embedded();
        return server.filter(found -> found.hasDatabase(SIMULATED_SOURCE)).map(found -> {
            DatabaseAddress address = found.address(SIMULATED_SOURCE);
            return new SourceSettings(address, SourceSettings.timeout(settings));
        });
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
