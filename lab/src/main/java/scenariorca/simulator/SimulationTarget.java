package scenariorca.simulator;

import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a simulation goes; what is null is not written.
 *
 * @param url JDBC address of a PostgreSQL database. Example: jdbc:postgresql://localhost:5432/platform
 * @param properties the driver's properties, such as user and password
 * @param replace whether tables of the platform found there are dropped; otherwise they are refused
 * @param indexes whether to add the indexes a careful administrator would
 * @param logs directory of the log files
 * @param truth the truth file
 */
public record SimulationTarget(
        @Nullable String url,
        Properties properties,
        boolean replace,
        boolean indexes,
        @Nullable Path logs,
        @Nullable Path truth) {

    /** Without the properties, which hold the password. */
    @Override
    public String toString() {
        return "database %s, logs %s, truth %s".formatted(url, logs, truth);
    }
}
