package scenariorca.logs;

import java.util.Arrays;

/** What the gate found in a text: rules worth trying, and where words stand that may be keys. */
final class Hits {
    private long bits;
    private int count;
    private int firstNumber = Integer.MAX_VALUE;
    private int lastNumber;
    private int[] starts = {};
    private Landmark[] words = {};

    void add(long rules) {
        bits |= rules;
    }

    /** Notes rules that a number may fall under, and where it is. */
    void add(long rules, int start, int end) {
        if (rules != 0) {
            bits |= rules;
            firstNumber = Math.min(firstNumber, start);
            lastNumber = Math.max(lastNumber, end);
        }
    }

    /** Where the first number begins, at the latest. */
    int firstNumber() {
        return firstNumber;
    }

    /** Behind the last number. */
    int lastNumber() {
        return lastNumber;
    }

    void add(Landmark word, int start) {
        bits |= word.bits();
        if (!word.isPlaced()) {
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2 + 8);
            words = Arrays.copyOf(words, count * 2 + 8);
        }
        starts[count] = start;
        words[count++] = word;
    }

    boolean has(long rules) {
        return (bits & rules) != 0;
    }

    boolean isEmpty() {
        return bits == 0 && count == 0;
    }

    int count() {
        return count;
    }

    int start(int number) {
        return starts[number];
    }

    Landmark word(int number) {
        return words[number];
    }
}
