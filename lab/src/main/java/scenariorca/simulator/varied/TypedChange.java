package scenariorca.simulator.varied;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.engine.Input;

/**
 * Something a user types into one document.
 *
 * @param kind Example: unit
 * @param paths where a person would say it is: the first is the place, others mean the same
 */
record TypedChange(int node, String kind, List<String> paths, List<Put> puts) {
    TypedChange {
        paths = List.copyOf(paths);
        puts = List.copyOf(puts);
    }

    /** One value put at a pointer, or taken away. */
    record Put(String path, @Nullable Object value, boolean isRemoval) {}

    static TypedChange of(int node, String kind, String path, @Nullable Object value) {
        return new TypedChange(node, kind, List.of(path), List.of(new Put(path, value, false)));
    }

    /** A value typed into a container that is put as a whole. */
    static TypedChange of(int node, String kind, String place, String path, @Nullable Object value) {
        return new TypedChange(node, kind, List.of(place), List.of(new Put(path, value, false)));
    }

    static TypedChange removal(int node, String kind, String path) {
        return new TypedChange(node, kind, List.of(path), List.of(new Put(path, null, true)));
    }

    static TypedChange renaming(int node, String kind, String path, String other, @Nullable Object value) {
        return new TypedChange(
                node, kind, List.of(path, other), List.of(new Put(path, null, true), new Put(other, value, false)));
    }

    String path() {
        return paths.getFirst();
    }

    Input apply(Input input) {
        Input changed = input;
        for (Put put : puts) {
            changed = put.isRemoval() ? changed.without(put.path()) : changed.with(put.path(), put.value());
        }
        return changed;
    }

    /** The inputs after it. */
    List<Input> applied(List<Input> inputs) {
        var after = new ArrayList<>(inputs);
        after.set(node, apply(after.get(node)));
        return after;
    }

    /** Whether there is a place for it in the inputs: a list may be shorter there. */
    boolean fits(List<Input> inputs) {
        Input input = inputs.get(node);
        return puts.stream().allMatch(put -> {
            String parent = put.path().substring(0, put.path().lastIndexOf('/'));
            return parent.isEmpty() || input.has(put.path()) || input.at(parent) instanceof Map;
        });
    }

    /** What takes it back from a document that was like this before. */
    TypedChange undo(Input before) {
        var back = new ArrayList<Put>();
        for (Put put : puts) {
            back.add(
                    before.has(put.path())
                            ? new Put(put.path(), before.at(put.path()), false)
                            : new Put(put.path(), null, true));
        }
        return new TypedChange(node, kind, paths, back);
    }

    /** Whether both are about the same place, or one about a part of the other's. */
    boolean meets(TypedChange other) {
        if (node != other.node()) {
            return false;
        }
        for (Put mine : puts) {
            for (Put theirs : other.puts()) {
                if ((mine.path() + '/').startsWith(theirs.path() + '/')
                        || (theirs.path() + '/').startsWith(mine.path() + '/')) {
                    return true;
                }
            }
        }
        return false;
    }
}
