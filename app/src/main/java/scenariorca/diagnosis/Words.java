package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as words and numbers, so that {@code market_share}, {@code marketShare} and "Market shares" agree, and 0.9, 0.90
 * and 90 % do. Ids and times are no words.
 *
 * @param tokens words in lower case without plural, and numbers in one spelling, in the order of the text
 * @param line the tokens with a space around each
 * @param numbers every number, in one spelling; of a percentage also its fraction
 */
record Words(List<String> tokens, String line, Set<String> numbers) {
    /** Longer texts are cut. */
    private static final int MAX_LENGTH = 4_000;

    private static final Pattern NOISE = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F-]{4,27}"
            + "|\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d[0-9:.,]*(?:Z|[+-]\\d\\d:?\\d\\d)?"
            + "|\\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\\d)[0-9a-f]{12,}\\b");
    private static final Pattern TOKEN = Pattern.compile(
            "(?<number>(?<![\\p{L}\\p{N}_.])(?:(?<![\\p{N}\\])])[-−])?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:[eE][-+]?\\d{1,4})?"
                    + "(?![\\p{L}\\p{N}_]))(?<percent>\\s?(?:%|percent\\b|pct\\b))?|(?<word>[\\p{L}\\p{N}]+)");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    /** 0,35 and 1.234,5, as much of the world writes them; 1,234 is read as a thousand and more. */
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("(?<![\\p{L}\\p{N}.,])([-−]?)(0|\\d{1,3}(?:\\.\\d{3})+|\\d+),(\\d+)(?![\\p{L}\\p{N},])");

    private static final MathContext DIGITS = new MathContext(6);

    static Words of(String text) {
        String cut = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        String clean = CAMEL.matcher(NOISE.matcher(cut).replaceAll(" ")).replaceAll(" ");
        List<String> tokens = new ArrayList<>();
        Set<String> numbers = new LinkedHashSet<>();
        Matcher matcher = TOKEN.matcher(clean);
        while (matcher.find()) {
            String word = matcher.group("word");
            if (word != null) {
                tokens.add(stem(word));
                continue;
            }
            var number = new BigDecimal(matcher.group("number").replace(",", "").replace('−', '-'));
            tokens.add(spelling(number));
            numbers.add(spelling(number));
            if (matcher.group("percent") != null) {
                numbers.add(spelling(number.movePointLeft(2)));
            }
        }
        addDecimalCommas(clean, numbers);
        return new Words(List.copyOf(tokens), " " + String.join(" ", tokens) + " ", Set.copyOf(numbers));
    }

    private static void addDecimalCommas(String text, Set<String> numbers) {
        Matcher matcher = DECIMAL_COMMA.matcher(text);
        while (matcher.find()) {
            boolean isThousands =
                    matcher.group(3).length() == 3 && !matcher.group(2).equals("0");
            if (!isThousands && matcher.group(3).length() < 20) {
                String sign = matcher.group(1).isEmpty() ? "" : "-";
                numbers.add(
                        spelling(new BigDecimal(sign + matcher.group(2).replace(".", "") + "." + matcher.group(3))));
            }
        }
    }

    /** The one spelling of a number, to six digits: what a sum of doubles adds at the end is nothing. */
    static String spelling(BigDecimal number) {
        BigDecimal stripped = number.round(DIGITS).stripTrailingZeros();
        return stripped.signum() == 0 ? "0" : stripped.toString();
    }

    /** Whether all of the other's words follow each other here. */
    boolean holds(Words phrase) {
        return !phrase.tokens.isEmpty() && line.contains(phrase.line);
    }

    private static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.length() > 4 && lower.endsWith("ies")) {
            return lower.substring(0, lower.length() - 3) + "y";
        }
        boolean isPlural = lower.length() > 3 && lower.endsWith("s") && !lower.endsWith("ss") && !lower.endsWith("us");
        return isPlural ? lower.substring(0, lower.length() - 1) : lower;
    }
}
