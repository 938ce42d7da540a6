package scenariorca.cloudwatch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/**
 * A log group that is read.
 *
 * @param name its name. Example: {@code /forecast/api}
 * @param environment dev, sit, uat or prod; null when nothing says which
 */
public record WatchedGroup(String name, @Nullable String environment) {
    private static final List<String> ENVIRONMENTS = List.of("dev", "sit", "uat", "prod");

    /** Reads {@code name} or {@code name=environment}; a name with a part such as {@code prod} says it, too. */
    static WatchedGroup parse(String text, @Nullable String environment) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        if (environment != null) {
            return new WatchedGroup(name, known(environment));
        }
        return equals < 0
                ? new WatchedGroup(name, inName(name).orElse(null))
                : new WatchedGroup(name, known(text.substring(equals + 1)));
    }

    private static String known(String environment) {
        String word = environment.strip().toLowerCase(Locale.ROOT);
        if (!ENVIRONMENTS.contains(word)) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "the environment is \"%s\"; it must be one of %s"
                            .formatted(environment, String.join(", ", ENVIRONMENTS)));
        }
        return word;
    }

    private static Optional<String> inName(String name) {
        List<String> parts = List.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
        return ENVIRONMENTS.stream().filter(parts::contains).findFirst();
    }
}
