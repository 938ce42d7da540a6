package scenariorca.logs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds many words in one pass: a table of three characters says for nearly every place that none of them is there, and a
 * number of six for the rest. Each word is looked for by its rarest three characters and those before them.
 */
final class Landmarks {
    static final int DIGIT = 26;
    private static final int JOINT = 27;
    private static final int MARK = 28;
    private static final int OTHER = 29;
    private static final int FOREIGN = 30;
    private static final int BITS = 5;
    /** Characters that the table tells apart. */
    private static final int GRAM = 3;

    private static final int TABLE = 1 << GRAM * BITS;
    /** A window holds this many characters. */
    static final int WINDOW = 6;

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

    /**
     * @param offset of the last character that the window holds, within the word
     * @param mask of the characters that the window and the word have in common
     * @param gram those characters
     */
    private record Entry(Landmark word, int offset, int mask, int gram) {}

    /** Words of one character, by it: only marks are. */
    private final @Nullable Landmark[] marks = new Landmark[KINDS.length];

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

    /** The window one character further on. */
    static int roll(int window, int kind) {
        return window << BITS | kind;
    }

    private void put(Landmark word) {
        String text = word.text();
        if (text.length() == 1) {
            marks[text.charAt(0)] = word;
            return;
        }
        if (text.length() < GRAM) {
            int end = gram(text, 0, text.length());
            int step = 1 << text.length() * BITS;
            var entry = new Entry(word, text.length() - 1, step - 1, end);
            for (int before = 0; before < TABLE / step; before++) {
                add(place(end + before * step), entry);
            }
            return;
        }
        int best = GRAM - 1;
        for (int at = GRAM; at < text.length(); at++) {
            best = frequency(text, at) < frequency(text, best) ? at : best;
        }
        int from = Math.max(0, best + 1 - WINDOW);
        int gram = gram(text, from, best + 1);
        add(place(gram), new Entry(word, best, (1 << (best + 1 - from) * BITS) - 1, gram));
    }

    private static int place(int window) {
        return window & TABLE - 1;
    }

    private static int gram(String text, int from, int to) {
        int window = 0;
        for (int at = from; at < to; at++) {
            window = roll(window, kind(text.charAt(at)));
        }
        return window;
    }

    private void add(int place, Entry entry) {
        List<Entry> all = new ArrayList<>(table[place] == null ? List.of() : Arrays.asList(table[place]));
        all.add(entry);
        table[place] = all.toArray(Entry[]::new);
        used[place / Long.SIZE] |= 1L << place;
    }

    private static double frequency(String text, int end) {
        double product = 1;
        for (int at = end - GRAM + 1; at <= end; at++) {
            int kind = kind(text.charAt(at));
            int rank = kind < 26 ? FREQUENT.indexOf('a' + kind) : kind == FOREIGN ? 25 : 2;
            product *= 30 - rank;
        }
        return product;
    }

    /** Notes the word that this mark is. */
    void lookAlone(char mark, int at, Hits hits) {
        Landmark word = mark < marks.length ? marks[mark] : null;
        if (word != null) {
            hits.add(word, at);
        }
    }

    /** Notes the words of which the characters up to this place are part. */
    void look(String text, int at, int window, Hits hits) {
        int place = place(window);
        if ((used[place >>> 6] & 1L << place) != 0) {
            compare(text, at, window, hits);
        }
    }

    private void compare(String text, int at, int window, Hits hits) {
        for (Entry entry : table[place(window)]) {
            if ((window & entry.mask()) != entry.gram()) {
                continue;
            }
            String word = entry.word().text();
            int start = at - entry.offset();
            boolean isAnyCase = entry.word().token() == null;
            if (start >= 0 && text.regionMatches(isAnyCase, start, word, 0, word.length())) {
                hits.add(entry.word(), start);
            }
        }
    }
}
