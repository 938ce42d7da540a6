package scenariorca.logs;

import java.util.List;
import java.util.Set;

/** What was found once goes wherever else it stands in the same text: a call's arguments, then its named ones. */
final class Repeats {
    private static final Set<String> KINDS = Set.of(Assignments.SECRET, "password", VendorTokens.KIND);
    /** A shorter one may be a word of its own elsewhere. */
    private static final int MIN_CHARS = 8;

    private static final int MAX_REPEATS = 100;

    private Repeats() {}

    /** Adds them. */
    static void add(String text, List<Span> found) {
        for (Span span : List.copyOf(found)) {
            String word = text.substring(span.start(), span.end());
            if (KINDS.contains(span.kind()) && word.length() >= MIN_CHARS && SecretLooks.isChosen(word)) {
                add(text, word, span, found);
            }
        }
    }

    private static void add(String text, String word, Span first, List<Span> found) {
        int at = text.indexOf(word);
        for (int count = 0; at >= 0 && count < MAX_REPEATS; count++) {
            var span = new Span(at, at, at + word.length(), first.kind());
            boolean isAlone = !isPart(text, at - 1) && !isPart(text, span.end());
            if (isAlone && found.stream().noneMatch(span::overlaps)) {
                found.add(span);
            }
            at = text.indexOf(word, span.end());
        }
    }

    private static boolean isPart(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
