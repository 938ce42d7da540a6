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
 * @param gate without which it is not tried
 * @param near words of which one must stand shortly before; empty when none needs to
 * @param anchor text that a match holds and before which it has no blank, quote or bracket; empty when it has none
 * @param expression finds it; its group {@code kept}, when there is one, stays
 * @param check decides about what was found
 */
record ExpressionRule(
        String kind, RuleGate gate, List<String> near, String anchor, Pattern expression, Predicate<String> check)
        implements RedactionRule {
    /** The part of a match that stays. */
    private static final String KEPT = "(?<kept>";

    private static final int NEAR_CHARS = 40;

    private static final int MAX_WORD_CHARS = 300;
    private static final String BEFORE = " \t\n\"<>()[]{},;";

    /** More than any number has before its last group of digits, or behind it. */
    private static final int NUMBER_CHARS = 48;

    ExpressionRule {
        near = List.copyOf(near);
    }

    /** The same, tried on every text. */
    ExpressionRule ungated() {
        return new ExpressionRule(kind, RuleGate.NONE, near, anchor, expression, check);
    }

    @Override
    public void find(String text, Hits hits, List<Span> found) {
        if (!hits.has(gate) || !isNamed(hits, text)) {
            return;
        }
        Matcher matcher = expression.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        if (!anchor.isEmpty()) {
            anchored(text, matcher, found);
            return;
        }
        // A number is looked for around the numbers the gate saw, all else in the whole text.
        int from = gate.isNumber() ? Math.max(0, hits.firstNumber() - NUMBER_CHARS) : 0;
        int to = gate.isNumber() ? Math.min(text.length(), hits.lastNumber() + NUMBER_CHARS) : text.length();
        while (from <= to && matcher.region(from, to).find()) {
            from = add(text, matcher, found) ? matcher.end() : matcher.start() + 1;
        }
    }

    /** Looks only in the words that hold the anchor. */
    private void anchored(String text, Matcher matcher, List<Span> found) {
        int done = 0;
        for (int at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, Math.max(at + 1, done))) {
            int start = at;
            while (start > done && at - start < MAX_WORD_CHARS && BEFORE.indexOf(text.charAt(start - 1)) < 0) {
                start--;
            }
            for (; start <= at; start++) {
                if (matcher.region(start, text.length()).lookingAt() && add(text, matcher, found)) {
                    done = matcher.end();
                    break;
                }
            }
        }
    }

    /** Adds what was matched, if it is meant. */
    private boolean add(String text, Matcher matcher, List<Span> found) {
        boolean hasKept = expression.pattern().contains(KEPT) && matcher.group("kept") != null;
        int start = hasKept ? matcher.end("kept") : matcher.start();
        boolean isMeant = matcher.end() > start
                && check.test(text.substring(start, matcher.end()))
                && isNear(text, matcher.start());
        if (isMeant) {
            found.add(new Span(matcher.start(), start, matcher.end(), kind));
        }
        return isMeant;
    }

    /** Whether one of the words stands anywhere, if one must. */
    private boolean isNamed(Hits hits, String text) {
        return near.isEmpty() || near.stream().anyMatch(hits.small(text)::contains);
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
