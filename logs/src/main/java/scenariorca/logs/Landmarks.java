package scenariorca.logs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Finds many words in one pass: a table of three characters says for nearly every place that none of them is there. Each word
 * is looked for by its rarest three characters.
 */
final class Landmarks {
    static final int DIGIT = 26;
    private static final int JOINT = 27;
    private static final int MARK = 28;
    private static final int OTHER = 29;
    private static final int FOREIGN = 30;
    private static final int CLASSES = 32;
    private static final int TABLE = 1 << 15;
    /** Letters, from the most to the least frequent in logs. */
    private static final String FREQUENT = "etaoinsrdlcmupgfhbvkywxjqz";

    private static final byte[] KINDS = new byte[128];

    static {
        Arrays.fill(KINDS, (byte) OTHER);
        for (int letter = 0; letter < 26; letter++) {
            KINDS['a' + letter] = (byte) letter;
            KINDS['A' + letter] = (byte) letter;
        }
        for (char digit = '0'; digit <= '9'; digit++) {
            KINDS[digit] = DIGIT;
        }
        "_-.".chars().forEach(letter -> KINDS[letter] = JOINT);
        ":/=@&?".chars().forEach(letter -> KINDS[letter] = MARK);
    }

    private record Entry(Landmark word, int offset) {}

    private final Entry[][] table = new Entry[TABLE][];
    /** A bit for each place of the table that has an entry: small enough to stay near the processor. */
    private final long[] used = new long[TABLE / Long.SIZE];

    Landmarks(Collection<Landmark> words) {
        words.forEach(this::put);
    }

    /** What a character is to the table. */
    static int kind(char letter) {
        return letter < KINDS.length ? KINDS[letter] : FOREIGN;
    }

    static int roll(int window, int kind) {
        return (window << 5 | kind) & TABLE - 1;
    }

    private void put(Landmark word) {
        String text = word.text();
        if (text.length() < 3) {
            int tail = roll(roll(0, kind(text.charAt(0))), kind(text.charAt(text.length() - 1)));
            int free = text.length() < 2 ? CLASSES * CLASSES : CLASSES;
            int step = text.length() < 2 ? CLASSES : CLASSES * CLASSES;
            int end = text.length() < 2 ? kind(text.charAt(0)) : tail;
            for (int before = 0; before < free; before++) {
                add(end + before * step, new Entry(word, text.length() - 1));
            }
            return;
        }
        int best = 2;
        for (int at = 3; at < text.length(); at++) {
            best = frequency(text, at) < frequency(text, best) ? at : best;
        }
        int window = 0;
        for (int at = best - 2; at <= best; at++) {
            window = roll(window, kind(text.charAt(at)));
        }
        add(window, new Entry(word, best));
    }

    private void add(int window, Entry entry) {
        List<Entry> all = new ArrayList<>(table[window] == null ? List.of() : Arrays.asList(table[window]));
        all.add(entry);
        table[window] = all.toArray(Entry[]::new);
        used[window / Long.SIZE] |= 1L << window;
    }

    private static double frequency(String text, int end) {
        double product = 1;
        for (int at = end - 2; at <= end; at++) {
            int kind = kind(text.charAt(at));
            int rank = kind < 26 ? FREQUENT.indexOf('a' + kind) : kind == FOREIGN ? 25 : 2;
            product *= 30 - rank;
        }
        return product;
    }

    /** Notes the words of which the characters up to this place are part. */
    void look(String text, int at, int window, Hits hits) {
        if ((used[window >>> 6] & 1L << window) != 0) {
            compare(text, at, table[window], hits);
        }
    }

    private static void compare(String text, int at, Entry[] entries, Hits hits) {
        for (Entry entry : entries) {
            String word = entry.word().text();
            int start = at - entry.offset();
            boolean isAnyCase = entry.word().token() == null;
            if (start >= 0 && text.regionMatches(isAnyCase, start, word, 0, word.length())) {
                hits.add(entry.word(), start);
            }
        }
    }
}
