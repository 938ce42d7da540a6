package scenariorca.logs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a redaction rule may ask of what its expression found, by the name that stands in the rule. */
final class Checks {
    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** Endings of file names that look like the end of a host's name. */
    private static final Pattern FILE = Pattern.compile(
            "(?i).*\\.(?:png|jpe?g|gif|svg|webp|ico|css|js|mjs|ts|json|ya?ml|xml|html?|txt|log|jar|war|zip|gz|tgz"
                    + "|whl|py|rb|go|rs|java|class|so|dll|exe|service|socket|timer|local|internal|cluster|release|final|snapshot)");

    private static final Pattern COUNTING = Pattern.compile("\\d\\d(?: \\d\\d){3,7}");
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+\\.[A-Za-z]+");

    private static final Pattern CLAIM = Pattern.compile(
            "\"(?:alg|typ|kid|enc|iss|sub|aud|exp|iat|nbf|jti|scope|scp|email|azp|sid|client_id)\"\\s*:");

    private static final Map<String, Predicate<String>> ALL = Map.ofEntries(
            Map.entry("luhn", Checks::isCard),
            Map.entry("iban", CheckDigits::isIban),
            Map.entry("random", SecretLooks::isRandom),
            Map.entry("digit", value -> value.chars().anyMatch(Character::isDigit)),
            Map.entry("phone", value -> digits(value) >= 7 && digits(value) <= 15 && !isCounting(value)),
            Map.entry("short_phone", value -> digits(value) >= 6 && digits(value) <= 15),
            Map.entry("strong", SecretLooks::isStrong),
            Map.entry("chosen", SecretLooks::isChosen),
            Map.entry("made", Checks::isMade),
            Map.entry("mixed", value -> SecretLooks.isChosen(value) && SecretLooks.isMixed(value)),
            Map.entry("given", value -> !SecretLooks.isStandIn(value) && !SecretLooks.isPath(value)),
            Map.entry("base64", Checks::isBase64),
            Map.entry("jwt_part", Checks::isJwtPart),
            Map.entry("email", Checks::isEmail),
            Map.entry("not_uuid", value -> !UUID.matcher(value).matches()));

    private Checks() {}

    /** The check of this name; empty when there is none. */
    static Optional<Predicate<String>> named(String name) {
        return Optional.ofNullable(ALL.get(name)).or(() -> NationalIds.named(name));
    }

    /** Numbers that follow one another: {@code 01 02 03 04 05}. */
    private static boolean isCounting(String value) {
        if (!COUNTING.matcher(value).matches()) {
            return false;
        }
        int[] numbers =
                Arrays.stream(value.split(" ")).mapToInt(Integer::parseInt).toArray();
        return IntStream.range(1, numbers.length).allMatch(at -> numbers[at] == numbers[at - 1] + 1);
    }

    private static long digits(String value) {
        return value.chars().filter(Character::isDigit).count();
    }

    static boolean isUuid(String value) {
        return UUID.matcher(value).matches();
    }

    /** Made by a machine: a UUID, or letters and digits in turns, without the marks that join words. */
    private static boolean isMade(String value) {
        boolean isJoined = value.chars().anyMatch(letter -> "-_.".indexOf(letter) >= 0);
        return isUuid(value) || SecretLooks.isRandom(value) || !isJoined && SecretLooks.isInTurns(value);
    }

    /** Made by a machine: not a word. */
    private static boolean isBase64(String value) {
        boolean isPadded = value.endsWith("=") && value.length() % 4 == 0;
        return isPadded || value.length() > 7 && SecretLooks.isChosen(value);
    }

    /** JSON that says whose a token is or how it is signed. */
    private static boolean isJwtPart(String value) {
        String part = value.substring(0, value.indexOf('.') < 0 ? value.length() : value.indexOf('.'));
        try {
            byte[] bytes = Base64.getUrlDecoder()
                    .decode(part.replace('+', '-').replace('/', '_').replace("=", ""));
            return CLAIM.matcher(new String(bytes, StandardCharsets.UTF_8)).find();
        } catch (IllegalArgumentException e) {
            return false; // no base64
        }
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
