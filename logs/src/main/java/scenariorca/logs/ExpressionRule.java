package scenariorca.logs;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule that is a regular expression.
 *
 * @param kind its name, also the word left in its place. Example: {@code email}
 * @param gate bits of {@link RedactionGate}: without one of them the expression is not tried; 0 for always
 * @param isNumber whether the gate looks for nothing but groups of digits
 * @param near words of which one must stand shortly before; empty when none needs to
 * @param expression finds it; its group {@code kept}, when there is one, stays
 * @param check decides about what was found
 */
record ExpressionRule(
        String kind, long gate, boolean isNumber, List<String> near, Pattern expression, Predicate<String> check)
        implements RedactionRule {
    /** The part of a match that stays. */
    private static final String KEPT = "(?<kept>";

    private static final int NEAR_CHARS = 40;

    /** More than any number has before its last group of digits, or behind it. */
    private static final int NUMBER_CHARS = 48;

    ExpressionRule {
        near = List.copyOf(near);
    }

    /** The same, tried on every text. */
    ExpressionRule ungated() {
        return new ExpressionRule(kind, 0, isNumber, near, expression, check);
    }

    @Override
    public void find(String text, Hits hits, List<Span> found) {
        if (gate != 0 && !hits.has(gate) || !isNamed(text)) {
            return;
        }
        // A number is looked for around the numbers the gate saw, all else in the whole text.
        boolean isAround = gate != 0 && isNumber;
        int from = isAround ? Math.max(0, hits.firstNumber() - NUMBER_CHARS) : 0;
        int to = isAround ? Math.min(text.length(), hits.lastNumber() + NUMBER_CHARS) : text.length();
        boolean hasKept = expression.pattern().contains(KEPT);
        Matcher matcher = expression.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        while (from <= to && matcher.region(from, to).find()) {
            int start = hasKept && matcher.group("kept") != null ? matcher.end("kept") : matcher.start();
            boolean isMeant = matcher.end() > start
                    && check.test(text.substring(start, matcher.end()))
                    && isNear(text, matcher.start());
            if (isMeant) {
                found.add(new Span(matcher.start(), start, matcher.end(), kind));
            }
            from = isMeant ? matcher.end() : matcher.start() + 1;
        }
    }

    /** Whether one of the words stands anywhere, if one must. */
    private boolean isNamed(String text) {
        if (near.isEmpty()) {
            return true;
        }
        String small = text.toLowerCase(Locale.ROOT);
        return near.stream().anyMatch(small::contains);
    }

    private boolean isNear(String text, int start) {
        if (near.isEmpty()) {
            return true;
        }
        String before = text.substring(Math.max(0, start - NEAR_CHARS), start).toLowerCase(Locale.ROOT);
        for (String word : near) {
            for (int at = before.lastIndexOf(word); at >= 0; at = before.lastIndexOf(word, at - 1)) {
                if (isEdge(before, at - 1) && isEdge(before, at + word.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetter(text.charAt(at));
    }
}
