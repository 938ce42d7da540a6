package scenariorca.comparison;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One walk through two JSON values side by side. Without recursion: a value nested too deep must not end the load. */
final class JsonWalk {
    private final int limit;
    private final List<LeafChange> changes = new ArrayList<>();
    private final Deque<Pair> open = new ArrayDeque<>();
    private int count;

    JsonWalk(int limit) {
        this.limit = limit;
    }

    /** What stands at one path on both sides; null on the side that lacks it. */
    private record Pair(
            LeafPath path,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /** A pair whose place among its siblings is not yet known. */
    private record Child(
            String order,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    JsonDifference difference(@Nullable JsonNode before, @Nullable JsonNode after, boolean isReadable) {
        open.push(new Pair(LeafPath.ROOT, present(before), present(after)));
        while (!open.isEmpty()) {
            visit(open.pop());
        }
        return new JsonDifference(count, changes, isReadable);
    }

    private void visit(Pair pair) {
        JsonNode before = pair.before();
        JsonNode after = pair.after();
        if (before == after) {
            return;
        }
        if (areBoth(before, after, JsonNode::isObject)) {
            openObject(pair.path(), before, after);
        } else if (areBoth(before, after, JsonNode::isArray)) {
            openArray(pair.path(), before, after);
        } else if (!areEqualLeaves(before, after)) {
            count++;
            if (changes.size() < limit) {
                changes.add(LeafChange.of(pair.path(), before, after));
            }
        }
    }

    private interface Kind {
        boolean is(JsonNode node);
    }

    /** Whether both sides are of a kind with children to look at; a side that is missing does not object. */
    private static boolean areBoth(@Nullable JsonNode before, @Nullable JsonNode after, Kind kind) {
        boolean isBefore = before == null || kind.is(before);
        boolean isAfter = after == null || kind.is(after);
        boolean isLoneEmpty = (before == null && after != null && after.isEmpty())
                || (after == null && before != null && before.isEmpty());
        return isBefore && isAfter && (before != null || after != null) && !isLoneEmpty;
    }

    private static boolean areEqualLeaves(@Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == after) {
            return true;
        }
        if (before == null || after == null || before.getNodeType() != after.getNodeType() || before.isContainer()) {
            return false;
        }
        return Numbers.isNumber(before) && Numbers.isNumber(after)
                ? Numbers.areEqual(before, after)
                : before.equals(after);
    }

    private void openObject(LeafPath path, @Nullable JsonNode before, @Nullable JsonNode after) {
        List<Child> children = new ArrayList<>();
        if (before != null) {
            for (Map.Entry<String, JsonNode> property : before.properties()) {
                JsonNode other = after == null ? null : after.get(property.getKey());
                keepDifferent(children, property.getKey(), property.getValue(), other);
            }
        }
        if (after != null) {
            for (Map.Entry<String, JsonNode> property : after.properties()) {
                if (before == null || !before.has(property.getKey())) {
                    keepDifferent(children, property.getKey(), null, property.getValue());
                }
            }
        }
        children.sort(Comparator.comparing(Child::order));
        for (Child child : children.reversed()) {
            open.push(new Pair(path.key(child.order()), child.before(), child.after()));
        }
    }

    private void openArray(LeafPath path, @Nullable JsonNode before, @Nullable JsonNode after) {
        ArrayAlignment.Aligned aligned = ArrayAlignment.align(before, after);
        if (aligned == null) {
            openByIndex(path, before, after);
            return;
        }
        List<Child> children = new ArrayList<>();
        aligned.before()
                .forEach((key, value) ->
                        keepDifferent(children, key, value, aligned.after().get(key)));
        aligned.after().forEach((key, value) -> {
            if (!aligned.before().containsKey(key)) {
                keepDifferent(children, key, null, value);
            }
        });
        children.sort(Comparator.comparing(Child::order));
        for (Child child : children.reversed()) {
            open.push(new Pair(path.element(child.order()), child.before(), child.after()));
        }
    }

    private void openByIndex(LeafPath path, @Nullable JsonNode before, @Nullable JsonNode after) {
        int size = Math.max(before == null ? 0 : before.size(), after == null ? 0 : after.size());
        for (int index = size - 1; index >= 0; index--) {
            JsonNode left = before == null ? null : before.get(index);
            JsonNode right = after == null ? null : after.get(index);
            if (!areEqualLeaves(left, right)) {
                open.push(new Pair(path.index(index), left, right));
            }
        }
    }

    private static void keepDifferent(
            List<Child> children, String order, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (!areEqualLeaves(before, after)) {
            children.add(new Child(order, before, after));
        }
    }

    private static @Nullable JsonNode present(@Nullable JsonNode node) {
        return node == null || node.isMissingNode() ? null : node;
    }
}
