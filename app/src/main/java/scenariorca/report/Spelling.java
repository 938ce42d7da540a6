package scenariorca.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Mends small slips in words, by the words that names have: one letter wrong, missing, too many or swapped; two in long words. */
final class Spelling {
    private static final int SHORTEST = 4;
    private static final int LONG = 8;

    private final List<Word> known;

    /** A word of names. */
    record Word(String word, long occurrenceCount) {}

    /** @param known the most frequent first */
    Spelling(List<Word> known) {
        this.known = known;
    }

    /** The words with slips mended; empty when nothing is to be mended, or a word is like none. */
    Optional<List<String>> mended(List<String> words) {
        List<String> mended = new ArrayList<>();
        for (String word : words) {
            Optional<String> nearest = isKnown(word) ? Optional.of(word) : nearest(word);
            if (nearest.isEmpty()) {
                return Optional.empty();
            }
            mended.add(nearest.get());
        }
        return mended.equals(words) ? Optional.empty() : Optional.of(mended);
    }

    private boolean isKnown(String word) {
        return known.stream().anyMatch(one -> one.word().contains(word));
    }

    private Optional<String> nearest(String word) {
        if (word.length() < SHORTEST) {
            return Optional.empty();
        }
        int most = word.length() < LONG ? 1 : 2;
        return known.stream()
                .map(Word::word)
                .filter(one -> Math.abs(one.length() - word.length()) <= most && distance(one, word, most) <= most)
                .min(Comparator.comparingInt(one -> distance(one, word, most)));
    }

    /** Letters to change, add, take away or swap with their neighbour; more than the most is some larger number. */
    static int distance(String one, String other, int most) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int at = 0; at <= other.length(); at++) {
            last[at] = at;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean isSame = one.charAt(i - 1) == other.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (isSame ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
                boolean isSwapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                row[j] = isSwapped ? Math.min(row[j], before[j - 2] + 1) : row[j];
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return least;
            }
            before = last;
            last = row;
        }
        return last[other.length()];
    }
}
