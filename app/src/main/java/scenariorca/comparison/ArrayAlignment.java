package scenariorca.comparison;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which elements of two arrays belong together: those with the same year, id, key or name where every element of both is
 * an object that has one, unique in its array; otherwise those at the same index.
 */
final class ArrayAlignment {
    /** Keys that identify an element, the best first. */
    private static final List<String> IDENTIFYING = List.of(
            "year",
            "id",
            "key",
            "name",
            "code",
            "node_id",
            "date",
            "period",
            "month",
            "region",
            "country",
            "segment",
            "treatment",
            "label");

    private ArrayAlignment() {}

    /**
     * The elements of one array by what identifies them.
     *
     * @param keys the identifying key or pair of keys. Example: {@code [region, year]}
     */
    record Identity(List<String> keys) {
        /** As written in a path. Example: {@code region=EU,year=2027}. Null when the element has no such identity. */
        @Nullable
        String of(JsonNode element) {
            var text = new StringBuilder();
            for (String key : keys) {
                JsonNode value = element.get(key);
                if (value == null || value.isContainer() || value.isNull()) {
                    return null;
                }
                text.append(text.isEmpty() ? "" : ",").append(key).append('=').append(written(value));
            }
            return text.toString();
        }

        private static String written(JsonNode value) {
            if (Numbers.isNumber(value)) {
                return Numbers.canonical(value.decimalValue()).toString();
            }
            String text = value.asString("");
            boolean looksLikeNumber = !text.isEmpty() && text.chars().allMatch(c -> "+-0123456789.eE".indexOf(c) >= 0);
            return looksLikeNumber ? "\"" + text + "\"" : LeafPath.quoted(text);
        }

        /** Element by identity; null when two elements share one, or an element has none. */
        @Nullable
        Map<String, JsonNode> index(@Nullable JsonNode array) {
            Map<String, JsonNode> byIdentity = new HashMap<>();
            if (array == null) {
                return byIdentity;
            }
            for (JsonNode element : array.values()) {
                String identity = element.isObject() ? of(element) : null;
                if (identity == null || byIdentity.put(identity, element) != null) {
                    return null;
                }
            }
            return byIdentity;
        }
    }

    /** Both arrays by identity. */
    record Aligned(Map<String, JsonNode> before, Map<String, JsonNode> after) {}

    /** The two arrays aligned by a key, or by a pair of keys; null when only the index is left. */
    static @Nullable Aligned align(@Nullable JsonNode before, @Nullable JsonNode after) {
        JsonNode example = before != null && !before.isEmpty() ? before.get(0) : after == null ? null : after.get(0);
        if (example == null || !example.isObject()) {
            return null;
        }
        List<String> present = IDENTIFYING.stream().filter(example::has).toList();
        for (String key : present) {
            Aligned aligned = by(List.of(key), before, after);
            if (aligned != null) {
                return aligned;
            }
        }
        for (int first = 0; first < present.size(); first++) {
            for (int second = first + 1; second < present.size(); second++) {
                Aligned aligned = by(List.of(present.get(first), present.get(second)), before, after);
                if (aligned != null) {
                    return aligned;
                }
            }
        }
        return null;
    }

    /** What identifies each element, in their order, as written in a path; empty when only the index does. */
    static List<String> identities(JsonNode array) {
        Aligned aligned = align(array, array);
        if (aligned == null) {
            return List.of();
        }
        Map<JsonNode, String> names = new IdentityHashMap<>();
        aligned.after().forEach((name, element) -> names.put(element, name));
        return array.values().stream()
                .map(element -> names.getOrDefault(element, ""))
                .toList();
    }

    private static @Nullable Aligned by(List<String> keys, @Nullable JsonNode before, @Nullable JsonNode after) {
        var identity = new Identity(keys);
        Map<String, JsonNode> left = identity.index(before);
        Map<String, JsonNode> right = left == null ? null : identity.index(after);
        return left == null || right == null ? null : new Aligned(left, right);
    }
}
