package scenariorca.simulator.varied.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.varied.engine.Field;
import scenariorca.simulator.varied.engine.Formula;

/** A node while it is drawn: fields first, then what it reads, then what it computes. Each field returns its pointer. */
final class NodeSketch {
    private final Sketch sketch;
    private final String name;
    private final String type;
    private final String quantity;
    private final List<Field> fields = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private @Nullable String feed;
    private boolean isCheckpoint;

    NodeSketch(Sketch sketch, String name, String type, String quantity) {
        this.sketch = sketch;
        this.name = name;
        this.type = type;
        this.quantity = quantity;
    }

    String number(String group, String words, double low, double high) {
        String path = path(group, words);
        fields.add(Sketch.allowed(path, low, high));
        return path;
    }

    String number(String group, String words, double low, double high, double least, double most, int decimals) {
        String path = path(group, words);
        fields.add(new Field.Number(path, low, high, least, most, decimals));
        return path;
    }

    /** A share of one. */
    String share(String group, String words, double low, double high) {
        return number(group, words, low, high, 0, 1, 3);
    }

    String periods(String group, String words, double low, double high) {
        String path = path(group, words);
        Field.Layout[] layouts = Field.Layout.values();
        Field.Layout layout = sketch.dice().chance(0.7)
                ? sketch.taste().layout()
                : layouts[sketch.dice().below(layouts.length)];
        fields.add(new Field.Periods(path, layout, Sketch.allowed(path, low, high)));
        return path;
    }

    String measure(String group, String words, double low, double high, List<String> units, List<Double> factors) {
        String path = path(group, words);
        fields.add(new Field.Measure(path, Sketch.allowed(path, low, high), units, factors));
        return path;
    }

    String word(String group, String words, List<String> choices, Double... factors) {
        String path = path(group, words);
        fields.add(new Field.Word(path, choices, Arrays.asList(factors)));
        return path;
    }

    String flag(String group, String words, boolean usual) {
        String path = path(group, words);
        fields.add(new Field.Flag(path, usual, ""));
        return path;
    }

    /** A switch and the path below which nothing is read while it is off. */
    String switched(String group, String words, boolean usual, String guarded) {
        String path = path(group, words);
        fields.add(new Field.Flag(path, usual, guarded));
        return path;
    }

    String interval(String group, String words, String from, String to, int leastDays, int mostDays) {
        String path = path(group, words);
        fields.add(new Field.Interval(path, key(from), key(to), leastDays, mostDays));
        return path;
    }

    String records(String group, String words, String key, List<String> names, String column, double low, double high) {
        String path = path(group, words);
        fields.add(new Field.Records(path, key(key), names, key(column), Sketch.allowed(path, low, high)));
        return path;
    }

    String parts(String group, String words, List<String> names, double total) {
        String path = path(group, words);
        fields.add(new Field.Parts(path, names, total, total * 0.02));
        return path;
    }

    void note(String group, String words, String... texts) {
        fields.add(new Field.Note(path(group, words), List.of(texts)));
    }

    /** Numbers nobody computes with. */
    NodeSketch padded(int count) {
        for (int i = 1; i <= count; i++) {
            number("reference", "benchmark " + i, 10, 90);
        }
        return this;
    }

    /** The nodes the formula reads, in its order. */
    NodeSketch reads(int... nodes) {
        Arrays.stream(nodes).forEach(parents::add);
        return this;
    }

    NodeSketch reads(List<Integer> nodes) {
        parents.addAll(nodes);
        return this;
    }

    /** Data from elsewhere that it reads. */
    NodeSketch fedBy(String source) {
        feed = source;
        return this;
    }

    NodeSketch checked() {
        isCheckpoint = true;
        return this;
    }

    /** Ends the node and returns its index. */
    int computes(Formula formula) {
        return sketch.add(this, formula);
    }

    String key(String words) {
        return sketch.taste().key(words);
    }

    /** Like the paths of fields, of something in a group of its own. */
    String path(String group, String words) {
        return sketch.taste().path(group, words);
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    String quantity() {
        return quantity;
    }

    List<Field> fields() {
        return fields;
    }

    List<Integer> parents() {
        return parents;
    }

    @Nullable
    String feed() {
        return feed;
    }

    boolean isCheckpoint() {
        return isCheckpoint;
    }
}
