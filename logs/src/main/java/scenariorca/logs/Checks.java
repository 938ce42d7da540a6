package scenariorca.logs;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a redaction rule may ask of what its expression found, by the name that stands in the rule. */
final class Checks {
    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** Endings of file names that look like the end of a host's name. */
    private static final Pattern FILE = Pattern.compile(
            "(?i).*\\.(?:png|jpe?g|gif|svg|webp|ico|css|js|mjs|ts|json|ya?ml|xml|html?|txt|log|jar|war|zip|gz|tgz"
                    + "|whl|py|rb|go|rs|java|class|so|dll|exe|service|socket|timer|local|internal|cluster|release|final|snapshot)");

    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+\\.[A-Za-z]+");

    private static final Map<String, Predicate<String>> ALL = Map.ofEntries(
            Map.entry("luhn", Checks::isCard),
            Map.entry("iban", CheckDigits::isIban),
            Map.entry("random", SecretLooks::isRandom),
            Map.entry("digit", value -> value.chars().anyMatch(Character::isDigit)),
            Map.entry("phone", value -> digits(value) >= 7 && digits(value) <= 15),
            Map.entry("short_phone", value -> digits(value) >= 6 && digits(value) <= 15),
            Map.entry("email", Checks::isEmail),
            Map.entry("not_uuid", value -> !UUID.matcher(value).matches()));

    private Checks() {}

    /** The check of this name; empty when there is none. */
    static Optional<Predicate<String>> named(String name) {
        return Optional.ofNullable(ALL.get(name)).or(() -> NationalIds.named(name));
    }

    private static long digits(String value) {
        return value.chars().filter(Character::isDigit).count();
    }

    static boolean isUuid(String value) {
        return UUID.matcher(value).matches();
    }

    /** A number of a card company with a right check digit. */
    private static boolean isCard(String value) {
        int[] digits = CheckDigits.digits(value);
        return digits[0] >= 2 && digits[0] <= 6 && CheckDigits.isLuhn(digits);
    }

    /** Not the name of a file or a version behind an at sign, such as {@code icon@2x.png}. */
    private static boolean isEmail(String value) {
        String host = value.substring(value.lastIndexOf('@') + 1);
        return !FILE.matcher(host).matches() && !VERSION.matcher(host).matches();
    }
}
