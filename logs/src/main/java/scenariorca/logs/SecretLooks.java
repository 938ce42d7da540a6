package scenariorca.logs;

import java.util.regex.Pattern;

/** What a value looks like: made by a machine, chosen as a password, a word, a stand-in for something hidden. */
final class SecretLooks {
    private static final int MIN_RANDOM = 16;
    private static final int MIN_SECRET = 4;
    private static final int MIN_CHANGES = 4;
    private static final double MIN_CHANGE_SHARE = 0.15;

    private static final Pattern TOKEN = Pattern.compile("[\\w+/=.~%:|-]+");
    private static final Pattern PATH =
            Pattern.compile("(?:[A-Za-z]:)?[~.]{0,2}[/\\\\][\\w.@~ /\\\\$-]*|[\\w.-]+(?:/[\\w.-]+){2,}");
    private static final Pattern URL = Pattern.compile("[a-z][a-z0-9+.-]{1,20}://.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?:[T ].*)?");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern STRONG =
            Pattern.compile("(?=.*(?:\\d.*[!@#$%^&*+_]|[!@#$%^&*+_].*\\d))[\\w!@#$%^&*+]+");
    private static final Pattern QUANTITY =
            Pattern.compile("(?i)[\\d.,]+(?:ns|us|ms|s|secs?|mins?|m|h|d|b|kb|mb|gb|kib|mib|gib|k|px|x|st|nd|rd|th)");
    /** A name with a number: {@code field2}. */
    private static final Pattern NUMBERED = Pattern.compile("\\p{Ll}+[-_]?\\d{1,3}");

    /** Groups as on a licence: {@code JK2VT-M1SWE-KIPE4}. */
    private static final Pattern GROUPED = Pattern.compile("(?=.*\\d)(?=.*[A-Z])[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){2,7}");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*(?:[.:/#-]+[A-Za-z_$][\\w$]*)+");
    /** Hidden already, or named only: a variable, a template's hole. */
    private static final Pattern STAND_IN =
            Pattern.compile("[*x#.•\\-_?]{2,}|\\?|\\$\\d{1,3}|\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*"
                    + "|[:@]\\w*(?i:pass|pwd|secret|token|key)\\w*|[xX]{3,}|\\*+.{0,4}|<[\\w -]{1,40}>|\\$\\{[^}]*}?|\\$\\([^)]*\\)?"
                    + "|\\$[A-Z_][A-Z0-9_]*|%[\\w()$.-]{0,20}[sdvq%]|\\{[\\w.]{0,30}}|\\{\\{.*|!(?:Ref|GetAtt|Sub|ImportValue|Join|Select|FindInMap)|[(<](?i:sensitive value|sensitive|hidden|redacted|masked|not set|none|null)[)>]?|\\[(?i:redacted|filtered|hidden|masked|removed|secret|"
                    + "protected|sensitive|omitted)]?");

    private SecretLooks() {}

    /** Letters and digits mixed as no person and no naming scheme mixes them. */
    static boolean isRandom(String value) {
        if (value.length() < MIN_RANDOM
                || !TOKEN.matcher(value).matches()
                || Checks.isUuid(value)
                || TIME.matcher(value).matches()
                || URL.matcher(value).matches()) {
            return false;
        }
        int changes = changes(value);
        boolean isPadded = value.endsWith("=") && value.length() % 4 == 0;
        int least = isPadded ? MIN_CHANGES - 1 : MIN_CHANGES;
        return changes >= least && (isPadded || changes >= value.length() * MIN_CHANGE_SHARE) && !isPathOfWords(value);
    }

    static boolean isGrouped(String value) {
        return GROUPED.matcher(value).matches();
    }

    /** Letters and digits that follow one another more often than in a name with a number. */
    static boolean isInTurns(String value) {
        return changes(value) >= MIN_CHANGES;
    }

    /** Letters and digits, and more than a name with a number behind: {@code oauth2}. */
    static boolean isMixed(String value) {
        return value.chars().anyMatch(Character::isDigit)
                && value.chars().anyMatch(Character::isLetter)
                && !isNumbered(value);
    }

    static boolean isNumbered(String value) {
        return NUMBERED.matcher(value).matches();
    }

    private static boolean isPathOfWords(String value) {
        return PATH.matcher(value).matches() && changes(value) < value.length() * 0.25;
    }

    /** How often two neighbours are of different kinds, small letters, capital letters and digits. */
    private static int changes(String value) {
        int changes = 0;
        for (int at = 1; at < value.length(); at++) {
            int before = kind(value.charAt(at - 1));
            int here = kind(value.charAt(at));
            // A capital letter before a small one begins a word of a name.
            boolean isWord = before == 2 && here == 1;
            changes += before != here && before > 0 && here > 0 && !isWord ? 1 : 0;
        }
        return changes;
    }

    private static int kind(char letter) {
        if (letter >= '0' && letter <= '9') {
            return 3;
        }
        return Character.isUpperCase(letter) ? 2 : Character.isLetter(letter) ? 1 : 0;
    }

    /** Whether somebody may have chosen it as a password: no word, number, path, name of a class. */
    static boolean isChosen(String value) {
        if (value.length() < MIN_SECRET
                || Checks.isUuid(value)
                || TIME.matcher(value).matches()
                || QUANTITY.matcher(value).matches()
                || isPath(value) && !isRandom(value)) {
            return false;
        }
        boolean hasLetter = value.chars().anyMatch(Character::isLetter);
        boolean hasDigit = value.chars().anyMatch(Character::isDigit);
        boolean hasMark = value.chars().anyMatch(letter -> "!@#$%^&*+~|".indexOf(letter) >= 0);
        boolean hasInnerCapital = value.chars().skip(1).anyMatch(Character::isUpperCase)
                && value.chars().anyMatch(Character::isLowerCase);
        return hasLetter
                && (hasDigit
                        || hasMark
                        || hasInnerCapital && !NAME.matcher(value).matches());
    }

    /** A name of names, as code writes it. */
    static boolean isName(String value) {
        return NAME.matcher(value).matches();
    }

    static boolean isHex(String value) {
        return HEX.matcher(value).matches();
    }

    /** Letters of both kinds and digits or marks in a short word: chosen as a password, not as a name. */
    static boolean isStrong(String value) {
        boolean hasBoth =
                value.chars().anyMatch(Character::isUpperCase) && value.chars().anyMatch(Character::isLowerCase);
        return value.length() >= 8
                && value.length() <= 40
                && hasBoth
                && STRONG.matcher(value).matches()
                && isChosen(value);
    }

    static boolean isPath(String value) {
        return PATH.matcher(value).matches();
    }

    static boolean isStandIn(String value) {
        return STAND_IN.matcher(value).matches();
    }

    /** A word of a language, such as follows in prose. */
    static boolean isPlainWord(String value) {
        return value.chars().allMatch(letter -> Character.isLetter(letter) && !Character.isUpperCase(letter));
    }

    static boolean isNumber(String value) {
        return !value.isEmpty() && value.chars().allMatch(letter -> DigitShapes.isDigit((char) letter));
    }
}
