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
 * @param platform what kind of platform it is: a folder of SELECTs. Example: {@code forecasting}
 * @param statementTimeout longest a single statement may run there
 */
public record SourceSettings(DatabaseAddress address, String platform, Duration statementTimeout) {
    /** The platform that is simulated, and read when no other is named. */
    public static final String FORECASTING = "forecasting";

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
                        platform(settings),
                        timeout(settings)));
    }

    private static String platform(Settings settings) {
        String platform = settings.text("SOURCE_PLATFORM", FORECASTING);
        if (!PlatformSelect.platforms().contains(platform)) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "SOURCE_PLATFORM is '%s', which nobody has described; set it to one of: %s"
                            .formatted(platform, String.join(", ", PlatformSelect.platforms())));
        }
        return platform;
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
