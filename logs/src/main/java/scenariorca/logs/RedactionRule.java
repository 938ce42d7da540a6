package scenariorca.logs;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of thing that must not be stored.
 *
 * @param kind its name, also the word left in its place. Example: {@code email}
 * @param gate bits of {@link RedactionGate}: without one of them the expression is not tried; 0 for always
 * @param expression finds it; its group {@code kept}, when there is one, stays
 * @param isMeant decides about a match
 */
record RedactionRule(String kind, int gate, Pattern expression, Predicate<Matcher> isMeant) {

    /** The part of a match that stays. */
    static final String KEPT = "kept";

    /** Replaces every match that is meant. {@code onMatch} is called once per replacement. */
    String apply(String text, Runnable onMatch) {
        Matcher matcher = expression.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        var written = new StringBuilder();
        do {
            matcher.appendReplacement(written, Matcher.quoteReplacement(replacement(text, matcher, onMatch)));
        } while (matcher.find());
        return matcher.appendTail(written).toString();
    }

    private String replacement(String text, Matcher match, Runnable onMatch) {
        if (!isMeant.test(match)) {
            return match.group();
        }
        onMatch.run();
        String kept = kept(match);
        String word = isJsonValue(text, match.start() + kept.length()) ? "\"[" + kind + "]\"" : "[" + kind + "]";
        return kept + word;
    }

    /** A bare JSON value, such as a number: what takes its place needs quotes to stay JSON. */
    private static boolean isJsonValue(String text, int start) {
        int at = start - 1;
        while (at > 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at > 0 && text.charAt(at) == ':' && text.charAt(at - 1) == '"';
    }

    static String kept(Matcher match) {
        String kept = match.pattern().pattern().contains("(?<" + KEPT + ">") ? match.group(KEPT) : null;
        return kept == null ? "" : kept;
    }
}
