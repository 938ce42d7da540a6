package scenariorca.logs;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the gate found in a text: rules worth trying, and where words stand that may be keys. */
final class Hits {
    private long shapes;
    private long texts;
    private int count;
    private @Nullable String small;
    private int firstNumber = Integer.MAX_VALUE;
    private int lastNumber;
    private int[] starts = {};
    private Landmark[] words = {};
    private int runs;
    private int[] runPlaces = {};

    /** Notes rules that a sign may fall under. */
    void add(long rules) {
        shapes |= rules;
    }

    /** Notes rules that a number may fall under, and where it is. */
    void add(long rules, int start, int end) {
        if (rules != 0) {
            shapes |= rules;
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
        texts |= word.bits();
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

    /** Notes a long run of letters and digits. */
    void addRun(int start, int end) {
        if (runs * 2 == runPlaces.length) {
            runPlaces = Arrays.copyOf(runPlaces, runs * 4 + 4);
        }
        runPlaces[runs * 2] = start;
        runPlaces[runs++ * 2 + 1] = end;
    }

    /** Whether a rule is worth trying. */
    boolean has(RuleGate gate) {
        return gate.bit() == 0 || ((gate.isShape() ? shapes : texts) & gate.bit()) != 0;
    }

    /** The text in small letters, made once. */
    String small(String text) {
        if (small == null) {
            small = text.toLowerCase(Locale.ROOT);
        }
        return small;
    }

    boolean isEmpty() {
        return shapes == 0 && texts == 0 && count == 0 && runs == 0;
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

    /** How many long runs of letters and digits there are. */
    int runs() {
        return runs;
    }

    int runStart(int number) {
        return runPlaces[number * 2];
    }

    int runEnd(int number) {
        return runPlaces[number * 2 + 1];
    }
}
