package scenariorca.logs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with secrets made up for it, from a form of {@code redaction-forms.tsv}.
 *
 * @param secrets what must not be readable after redaction
 */
record MadeSecrets(String text, List<String> secrets) {
    private static final Pattern PLACE = Pattern.compile("§([^§]+)§");
    private static final Pattern RUN = Pattern.compile("([a-z]+)(\\d+)");
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final List<String> PASSWORDS = List.of(
            "hunter2X",
            "Zq9kLmT4vW2",
            "S0mmer!2024",
            "c0rrect-h0rse",
            "Tr0ub4dor&3",
            "aB3$kL9%qZ",
            "kX7_pQ2m",
            "Winter#77");

    static MadeSecrets of(String form, Random random) {
        var secrets = new ArrayList<String>();
        var text = new StringBuilder();
        Matcher place = PLACE.matcher(form);
        while (place.find()) {
            String secret = made(place.group(1), random);
            secrets.add(secret);
            place.appendReplacement(text, Matcher.quoteReplacement(secret));
        }
        place.appendTail(text);
        return new MadeSecrets(text.toString().replace('¶', '\n'), List.copyOf(secrets));
    }

    private static String made(String kind, Random random) {
        if (kind.startsWith("=")) {
            return kind.substring(1);
        }
        if (kind.equals("pw")) {
            return PASSWORDS.get(random.nextInt(PASSWORDS.size()));
        }
        if (kind.equals("uuid")) {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
        Matcher run = RUN.matcher(kind);
        if (!run.matches()) {
            throw new IllegalArgumentException("no kind of secret: " + kind);
        }
        int length = Integer.parseInt(run.group(2));
        return switch (run.group(1)) {
            case "hex" -> run(DIGITS + "abcdef", length, random);
            case "hexu" -> run(DIGITS + "ABCDEF", length, random);
            case "alnum" -> run(LOWER + LOWER.toUpperCase(Locale.ROOT) + DIGITS, length, random);
            case "base" -> run(LOWER + LOWER.toUpperCase(Locale.ROOT) + DIGITS + "+/", length, random);
            case "upper" -> run(LOWER.toUpperCase(Locale.ROOT) + DIGITS, length, random);
            case "lower" -> run(LOWER + DIGITS, length, random);
            case "digits" -> run(DIGITS, length, random);
            case "claims" ->
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(("{\"sub\":\"" + run(LOWER, length, random) + "\",\"iat\":1}")
                                .getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("no kind of secret: " + kind);
        };
    }

    private static String run(String alphabet, int length, Random random) {
        var made = new StringBuilder();
        for (int at = 0; at < length; at++) {
            made.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return made.toString();
    }
}
