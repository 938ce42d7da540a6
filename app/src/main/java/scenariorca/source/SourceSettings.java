package scenariorca.source;

import java.time.Duration;
import java.util.Optional;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;

/**
 * How to reach the forecasting platform's database.
 *
 * @param address where it is
 * @param statementTimeout longest a single statement may run there
 */
public record SourceSettings(DatabaseAddress address, Duration statementTimeout) {
    private static final int DEFAULT_TIMEOUT_SECONDS = 1800;

    /** The settings {@code SOURCE_DB_*}; empty when no host is set. */
    public static Optional<SourceSettings> from(Settings settings) {
        return settings.text("SOURCE_DB_HOST")
                .map(host -> new SourceSettings(
                        new DatabaseAddress(
                                host,
                                settings.number("SOURCE_DB_PORT", 5432, 1, 65_535),
                                required(settings, "SOURCE_DB_NAME"),
                                settings.text("SOURCE_DB_SCHEMA", "public"),
                                required(settings, "SOURCE_DB_USER"),
                                settings.text("SOURCE_DB_PASSWORD", "")),
                        timeout(settings)));
    }

    /** The timeout {@code SOURCE_STATEMENT_TIMEOUT_SECONDS}. */
    public static Duration timeout(Settings settings) {
        return Duration.ofSeconds(
                settings.number("SOURCE_STATEMENT_TIMEOUT_SECONDS", DEFAULT_TIMEOUT_SECONDS, 1, 86_400));
    }

    private static String required(Settings settings, String name) {
        return settings.text(name)
                .orElseThrow(() -> new RcaException(
                        ErrorCode.CONFIGURATION, name + " is not set, but SOURCE_DB_HOST is; set it in .env"));
    }
}
