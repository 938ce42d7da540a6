package scenariorca.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What must not be stored: the rules of the product, and those of an installation. */
final class RedactionRules {
    /** After a secret's name, these say something about it; they are not it. */
    private static final Set<String> NO_SECRETS = Set.of(
            "required",
            "missing",
            "invalid",
            "expired",
            "incorrect",
            "wrong",
            "null",
            "none",
            "nil",
            "true",
            "false",
            "empty",
            "must",
            "is",
            "was",
            "not",
            "has",
            "cannot",
            "should",
            "may",
            "reset",
            "changed",
            "failed",
            "rejected",
            "unknown",
            "undefined",
            "bearer",
            "basic",
            "the",
            "no",
            "a",
            "an",
            "for",
            "of",
            "given",
            "provided",
            "absent");

    /** Between a key and its value, in JSON, logfmt and prose. */
    private static final String IS = "\\\\?[\"']?\\s{0,3}[=:]\\s{0,3}\\\\?[\"']?";

    private static final Predicate<Matcher> ALWAYS = match -> true;

    private RedactionRules() {}

    static List<RedactionRule> standard(boolean withAddresses) {
        var rules = new ArrayList<RedactionRule>();
        rules.add(rule(
                "password",
                RedactionGate.URL,
                "(?<kept>(?<=://)[^/\\s:@\\[\\]\"']{0,128}:)(?!\\[password\\]@)[^@\\s/\"']{1,256}(?=@)",
                ALWAYS));
        rules.add(rule("jwt", RedactionGate.JWT, "\\beyJ[\\w-]{8,}\\.[\\w-]{4,}(?:\\.[\\w-]*)?", ALWAYS));
        rules.add(rule(
                "aws_key", RedactionGate.AWS, "\\b(?:AKIA|ASIA|AGPA|AIDA|AROA|ANPA|ANVA|AIPA)[A-Z0-9]{16}\\b", ALWAYS));
        rules.add(rule(
                "token",
                RedactionGate.BEARER,
                "(?<kept>\\b(?i:bearer|basic|token)\\s{1,3})[\\w.~+/=-]{16,}",
                match -> value(match).chars().anyMatch(Character::isDigit)));
        rules.add(rule("secret", RedactionGate.SECRET_KEY, secretAfterKey(), RedactionRules::isSecret));
        rules.add(rule("name", RedactionGate.NAME_KEY, nameAfterKey(), ALWAYS));
        rules.add(rule("phone", RedactionGate.PHONE_KEY, phoneAfterKey(), RedactionRules::isPhone));
        rules.add(rule(
                "email",
                RedactionGate.AT,
                "(?<![\\w.%+-])[\\w.%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}\\b",
                ALWAYS));
        rules.add(rule(
                "card",
                RedactionGate.CARD,
                "(?<![\\w.+-])(?:\\d{13,19}|\\d{4}(?<a>[ -])\\d{4}\\k<a>\\d{4}\\k<a>\\d{4}|\\d{4}(?<b>[ -])\\d{6}\\k<b>\\d{5})"
                        + "(?![\\w-]|[. ]\\d)",
                RedactionRules::isCard));
        rules.add(rule(
                "phone",
                RedactionGate.PHONE,
                "(?<![\\w.+-])(?:\\+\\d{1,3}(?:[ .-]?\\(?\\d{1,5}\\)?){2,6}|\\(\\d{3}\\) ?\\d{3}[.-]\\d{4}"
                        + "|\\d{3}[.-]\\d{3}[.-]\\d{4})(?![\\w-]|\\.\\d)",
                RedactionRules::isPhone));
        if (withAddresses) {
            rules.add(rule("ip", RedactionGate.ADDRESS, address(), ALWAYS));
        }
        return rules;
    }

    private static RedactionRule rule(String kind, int gate, String expression, Predicate<Matcher> isMeant) {
        return new RedactionRule(kind, gate, Pattern.compile(expression), isMeant);
    }

    private static String secretAfterKey() {
        return "(?<kept>(?i)(?<![\\w-])[\\w.-]{0,40}?(?:password|passwd|passphrase|pwd|secret|api[ _-]?key|access[_-]?key(?:[_-]?id)?"
                + "|private[_-]?key|secret[_-]?key|signing[_-]?key|token|credentials?|authorization|set-cookie|cookie"
                + "|session[_-]?(?:id|key))" + IS + "(?:(?:bearer|basic)\\s{1,3})?)"
                + "(?!\\[)[^\\s\"',;&}\\]\\\\]{1,4096}";
    }

    private static String nameAfterKey() {
        return "(?<kept>(?i)\\b(?:\\w{0,20}_)?(?:first|last|full|given|family|middle|display|patient|customer|contact|employee"
                + "|physician|doctor)[_ -]?name" + IS + ")(?!\\[name\\])"
                + "(?:(?<=[\"'])[^\"'\\\\\\n]{1,100}|(?<![\"'])[^\\s,;&\"'}\\])\\\\]{1,60}(?: \\p{Lu}[\\p{L}.'-]{1,40}){0,3})";
    }

    private static String phoneAfterKey() {
        return "(?<kept>(?i)\\b\\w{0,20}(?:phone|mobile|tel|fax)(?:_?(?:number|no))?" + IS + ")"
                + "\\+?[\\d(][\\d ().-]{5,20}\\d";
    }

    private static String address() {
        String octet = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
        return "(?<![\\w.])(?:" + octet + "\\.){3}" + octet + "(?!\\w|\\.\\d)"
                + "|(?<![\\w:.])(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}(?![\\w:])";
    }

    private static String value(Matcher match) {
        return match.group().substring(RedactionRule.kept(match).length());
    }

    private static boolean isSecret(Matcher match) {
        return !NO_SECRETS.contains(value(match).toLowerCase(Locale.ROOT).replaceAll("[.!?:)]+$", ""));
    }

    private static boolean isPhone(Matcher match) {
        long digits = value(match).chars().filter(Character::isDigit).count();
        return digits >= 7 && digits <= 15;
    }

    /** A number of a card company with a right check digit. */
    private static boolean isCard(Matcher match) {
        int[] digits = match.group()
                .chars()
                .filter(letter -> letter >= '0' && letter <= '9')
                .map(letter -> letter - '0')
                .toArray();
        int sum = 0;
        for (int at = 0; at < digits.length; at++) {
            int digit = digits[digits.length - 1 - at];
            int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += at % 2 == 1 ? doubled : digit;
        }
        return sum % 10 == 0 && digits[0] >= 2 && digits[0] <= 6;
    }

    /** Rules of an installation: one a line, {@code kind<TAB>regular expression}; empty lines and {@code #} are skipped. */
    static List<RedactionRule> parse(List<String> lines) {
        var rules = new ArrayList<RedactionRule>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split("\t", 2);
            if (columns.length < 2 || !columns[0].matches("[a-z][a-z0-9_]{0,30}") || columns[1].isBlank()) {
                throw new IllegalArgumentException("redaction rules, line " + number
                        + ": expected a kind in lower case, a tab and a regular expression");
            }
            try {
                Predicate<Matcher> isNew =
                        match -> !value(match).isEmpty() && !value(match).equals("[" + columns[0] + "]");
                rules.add(rule(columns[0], 0, columns[1], isNew));
            } catch (PatternSyntaxException wrong) {
                throw new IllegalArgumentException(
                        "redaction rules, line " + number + ": " + wrong.getDescription(), wrong);
            }
        }
        return rules;
    }
}
