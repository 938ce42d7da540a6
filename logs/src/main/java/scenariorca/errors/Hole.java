package scenariorca.errors;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A variable part of a word between fixed ends that stop at delimiters: {@code user=<*>}, {@code (uid=<*>)}.
 *
 * @param prefix what comes before it
 * @param suffix what comes after it
 */
record Hole(String prefix, String suffix) {
    private static final String DELIMITERS = TextWords.GLUE + " =:()[]{},;|\"'<>*#";
    private static final double SURE = 1.0;
    /** After these words comes a name. */
    private static final Set<String> NAMING = DataLines.read("/errors/naming-words.tsv", 2).stream()
            .flatMap(row -> Stream.of(row[1].split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    /** The hole into which both words fit; empty when they are built differently. */
    static Optional<Hole> between(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int start = 0;
        for (int at = 0; at < shorter && one.charAt(at) == other.charAt(at); at++) {
            if (isDelimiter(one, at)) {
                start = at + 1;
            }
        }
        int tail = sentenceEnd(one, other, shorter - start);
        for (int at = tail + 1;
                at <= shorter - start && one.charAt(one.length() - at) == other.charAt(other.length() - at);
                at++) {
            if (isDelimiter(one, one.length() - at)) {
                tail = at;
            }
        }
        var hole = new Hole(one.substring(0, start), one.substring(one.length() - tail));
        return hole.fits(one) && hole.fits(other) ? Optional.of(hole) : Optional.empty();
    }

    /** How many letters at the end of both only end a sentence. */
    private static int sentenceEnd(String one, String other, int longest) {
        int end = 0;
        while (end + 1 < longest
                && one.charAt(one.length() - end - 1) == other.charAt(other.length() - end - 1)
                && Pieces.isTrailing((byte) one.charAt(one.length() - end - 1))) {
            end++;
        }
        return end;
    }

    /** Words in quotes belong together, those of a list do not. */
    private static boolean isDelimiter(String word, int at) {
        boolean isPhrase = word.charAt(at) == ' ' && (at == 0 || word.charAt(at - 1) != ',');
        return isDelimiter(word.charAt(at)) && !isPhrase && !isInWildcard(word, at);
    }

    private static boolean isDelimiter(char letter) {
        return DELIMITERS.indexOf(letter) >= 0;
    }

    private static boolean isInWildcard(String word, int at) {
        int start = word.lastIndexOf('<', at);
        return start >= 0 && at - start < 3 && word.startsWith(LineScanner.WILDCARD, start);
    }

    String word() {
        return prefix + LineScanner.WILDCARD + suffix;
    }

    /** Whether the word has these ends and one plain value between them. */
    boolean fits(String word) {
        if (word.length() <= prefix.length() + suffix.length() || !word.startsWith(prefix) || !word.endsWith(suffix)) {
            return false;
        }
        String value = value(word).replace(LineScanner.WILDCARD, "");
        if (prefix.endsWith("=")) {
            return value.indexOf('=') < 0;
        }
        return isTight(value) && (!isKey() || isListed(value));
    }

    /** Whether a key is one of many, as registers and properties are listed: {@code r17}, {@code os.name}. */
    private static boolean isListed(String key) {
        return key.chars().anyMatch(letter -> letter == '.' || Character.isDigit(letter));
    }

    /** Whether no delimiter divides it but those of lists and of scoped names; a colon may join it to a value. */
    private static boolean isTight(String value) {
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            boolean isJoint = letter == ' '
                    || letter == ','
                    || letter == ':'
                            && (at == 0
                                    || at + 1 == value.length()
                                    || value.charAt(at - 1) == ':'
                                    || value.charAt(at + 1) == ':');
            if (isDelimiter(letter) && !isJoint) {
                return false;
            }
        }
        return true;
    }

    /** Whether what stands here names the value after it, as in {@code <*>=5}: no padding of an encoded value. */
    private boolean isKey() {
        return suffix.length() > 1
                && suffix.charAt(0) == '='
                && (Character.isLetterOrDigit(suffix.charAt(1)) || "<\"'([".indexOf(suffix.charAt(1)) >= 0);
    }

    String value(String word) {
        return word.substring(prefix.length(), word.length() - suffix.length());
    }

    /**
     * How much one distinct value says that this is a variable part; more than 1 in sum is enough.
     *
     * @param before the word before; empty for the first
     * @param known what stands in variable parts elsewhere
     */
    double weight(String word, String before, Set<String> known, HoleWeights weights) {
        String value = value(word);
        if (known.contains(value)) {
            return SURE;
        }
        boolean isValue = value.contains(LineScanner.WILDCARD) && !Template.speaks(value);
        if (value.indexOf(' ') >= 0) {
            return isCapitals(value.substring(0, value.indexOf(' '))) ? weights.capitals() : weights.identifier();
        }
        if (isValue || prefix.endsWith("=") || isQuoted()) {
            return SURE;
        }
        if (isCapitals(value)) {
            return weights.capitals();
        }
        if (isParticiple(value)) {
            return weights.firstWord();
        }
        boolean isPlain = value.length() <= 2 || value.chars().allMatch(Character::isLetter) && !isCamel(value);
        if (before.isEmpty()) {
            return isPlain ? weights.firstWord() : isCamel(value) ? weights.plainWord() : weights.identifier();
        }
        return isPlain && !isNaming(before) ? weights.plainWord() : weights.identifier();
    }

    /** What stands between the delimiters of a text. */
    static Stream<String> parts(String text) {
        return Collections.list(new StringTokenizer(text, DELIMITERS)).stream().map(String.class::cast);
    }

    /** Whether a value of a variable part is one wherever it stands: no word that says what happened, and no short one. */
    static boolean isName(String value) {
        return value.length() > 2
                && !value.contains(LineScanner.WILDCARD)
                && !isParticiple(value)
                && !isCapitals(value)
                && value.chars().anyMatch(Character::isLetter);
    }

    /** {@code closed}, {@code starting}: says what happened. */
    private static boolean isParticiple(String value) {
        return value.length() > 4 && (value.endsWith("ed") || value.endsWith("ing"));
    }

    private boolean isQuoted() {
        return !prefix.isEmpty()
                && !suffix.isEmpty()
                && "'\"".indexOf(prefix.charAt(prefix.length() - 1)) >= 0
                && prefix.charAt(prefix.length() - 1) == suffix.charAt(0);
    }

    static boolean isNaming(String before) {
        return before.endsWith(":")
                || NAMING.contains(before.toLowerCase(Locale.ROOT).replaceAll("[:=(\\[\"']+$", ""));
    }

    private static boolean isCapitals(String value) {
        return value.length() > 1
                && value.chars().allMatch(letter -> Character.isUpperCase(letter) || letter == '_')
                && Character.isUpperCase(value.charAt(0));
    }

    private static boolean isCamel(String value) {
        for (int at = 1; at < value.length(); at++) {
            if (Character.isUpperCase(value.charAt(at)) && Character.isLowerCase(value.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
