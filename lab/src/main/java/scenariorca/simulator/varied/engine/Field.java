package scenariorca.simulator.varied.engine;

import java.util.List;

/** A field of a node's document: what is usual in it and what is allowed. A path is a JSON pointer. */
public sealed interface Field {
    String path();

    /**
     * A number.
     *
     * @param low usual values are from here
     * @param high to here
     * @param least allowed values are from here
     * @param most to here
     * @param decimals how exactly people type it
     */
    record Number(String path, double low, double high, double least, double most, int decimals) implements Field {}

    /** A number with its unit, in an object of value and unit; each unit is worth a factor of the first. */
    record Measure(String path, Number value, List<String> units, List<Double> factors) implements Field {}

    /** One number a period. */
    record Periods(String path, Layout layout, Number value) implements Field {}

    /** How numbers by period are written. */
    enum Layout {
        /** [1, 2] */
        ARRAY,
        /** {"2027": 1} */
        MAP,
        /** [{"period": "2027", "value": 1}] */
        RECORDS
    }

    /** One of some words; each is worth a factor. */
    record Word(String path, List<String> words, List<Double> factors) implements Field {}

    /** On or off. While it is off nobody reads what lies below the guarded path; empty guards nothing. */
    record Flag(String path, boolean usual, String guarded) implements Field {}

    /** Two dates in order, as keys of one object; their distance in days counts. */
    record Interval(String path, String from, String to, int leastDays, int mostDays) implements Field {}

    /** Records told apart by a key; each has one number. */
    record Records(String path, String key, List<String> names, String column, Number value) implements Field {}

    /** Shares of a whole by name; together they make a total. */
    record Parts(String path, List<String> names, double total, double tolerance) implements Field {}

    /** Free text, or a word nobody computes with. */
    record Note(String path, List<String> texts) implements Field {}
}
