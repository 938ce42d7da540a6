package scenariorca.comparison;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Values one after the other in a document: a list, or an object with a number in every key, such as one value a month.
 *
 * @param path as a leaf's path is written. Example: {@code demand.monthly}
 * @param length how many there are
 * @param keys of an object in their order, the first 200; of a list what identifies its elements, none when that is the index.
 *     Example: {@code year=2027}
 */
public record JsonSeries(String path, int length, List<String> keys) {
    /** Fewer are a pair, or a choice. */
    private static final int LEAST = 3;

    private static final int MAX_KEYS = 200;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_SERIES = 100;

    public JsonSeries {
        keys = List.copyOf(keys);
    }

    /** Those of a document, outer ones first; of a list's elements none. */
    public static List<JsonSeries> of(JsonNode document) {
        List<JsonSeries> found = new ArrayList<>();
        walk(document, LeafPath.ROOT, found);
        return List.copyOf(found);
    }

    private static void walk(JsonNode node, LeafPath path, List<JsonSeries> found) {
        if (found.size() >= MAX_SERIES || path.depth() > MAX_DEPTH) {
            return;
        }
        if (node.isArray()) {
            if (node.size() >= LEAST) {
                found.add(new JsonSeries(path.toString(), node.size(), first(ArrayAlignment.identities(node))));
            }
            return;
        }
        List<String> keys = new ArrayList<>(node.propertyNames());
        if (keys.size() >= LEAST && keys.stream().allMatch(JsonSeries::holdsDigit)) {
            keys.sort(JsonSeries::inOrder);
            found.add(new JsonSeries(path.toString(), keys.size(), first(keys)));
            return;
        }
        node.properties().forEach(entry -> walk(entry.getValue(), path.key(entry.getKey()), found));
    }

    private static List<String> first(List<String> keys) {
        return keys.subList(0, Math.min(MAX_KEYS, keys.size()));
    }

    private static boolean holdsDigit(String key) {
        return key.chars().anyMatch(Character::isDigit);
    }

    /** Shorter ones first, so that 10 comes after 9. */
    private static int inOrder(String one, String other) {
        int byLength = Integer.compare(one.length(), other.length());
        return byLength != 0 ? byLength : one.compareTo(other);
    }
}
