package scenariorca.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What two texts that follow one another show together and neither shows alone. */
final class SeamFinder {
    /** What is taken out can lay another thing bare, such as the new value behind the old one. */
    private static final int MAX_ROUNDS = 3;

    private final RedactionRules rules;

    SeamFinder(RedactionRules rules) {
        this.rules = rules;
    }

    /**
     * What stands over the seam, or on one side with what tells of it on the other, as places in both together, in order; empty
     * when each side tells all of its own.
     */
    List<Span> over(String left, String right) {
        String both = left + right;
        List<Span> together = all(both);
        if (together.isEmpty()) {
            return together;
        }
        int seam = left.length();
        var alone = new ArrayList<>(all(left));
        for (Span span : all(right)) {
            alone.add(new Span(span.from() + seam, span.start() + seam, span.end() + seam, span.kind()));
        }
        boolean areTwo = areTwo(alone, seam);
        return together.stream()
                .filter(span -> alone.stream().noneMatch(one -> one.contains(span)))
                .filter(span -> isOver(span, seam) ? !areTwo : !isEntity(both, span))
                .toList();
    }

    private static boolean isOver(Span span, int seam) {
        return span.start() < seam && seam < span.end();
    }

    /** A quote as HTML writes it, {@code &#39;}: the value behind it is what counts, and each side finds it alone. */
    private static boolean isEntity(String text, Span span) {
        return text.charAt(span.start()) == '&' && text.indexOf(';', span.start()) == span.end();
    }

    /** Whether one thing ends at the seam and another one of its kind begins there: they are two, not one. */
    private static boolean areTwo(List<Span> alone, int seam) {
        return alone.stream()
                .filter(left -> left.end() == seam)
                .anyMatch(left -> alone.stream()
                        .anyMatch(right -> right.start() == seam && right.kind().equals(left.kind())));
    }

    /** What is found in a text, and what is found after that is gone. */
    private List<Span> all(String text) {
        var found = new ArrayList<>(rules.all(text));
        for (int round = 1; round < MAX_ROUNDS && !found.isEmpty(); round++) {
            TextView without = without(text, found);
            List<Span> more = rules.all(without.text()).stream()
                    .map(without::stored)
                    .filter(span -> found.stream().noneMatch(span::overlaps))
                    .toList();
            if (more.isEmpty()) {
                break;
            }
            found.addAll(more);
            found.sort(Comparator.comparingInt(Span::start));
        }
        return found;
    }

    private static TextView without(String text, List<Span> spans) {
        var written = new TextView.Writer(TextView.of(text));
        int at = 0;
        for (Span span : spans) {
            for (; at < span.start(); at++) {
                written.add(text.charAt(at), at, at + 1);
            }
            for (char letter : ("[" + span.kind() + "]").toCharArray()) {
                written.add(letter, span.start(), span.end());
            }
            at = span.end();
        }
        for (; at < text.length(); at++) {
            written.add(text.charAt(at), at, at + 1);
        }
        return written.view();
    }
}
