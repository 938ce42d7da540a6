package scenariorca.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What differs between two JSON values, leaf by leaf, in the order of their paths. Numbers are compared as numbers, the
 * order of keys is nothing, array elements are matched by year or key where they have one. The product's one difference.
 *
 * @param count all leaves that differ, kept or not
 * @param changes the first of them, at most the limit asked for
 * @param isReadable false when a side was a text that is no JSON, and was compared as a text
 */
public record JsonDifference(int count, List<LeafChange> changes, boolean isReadable) {
    /** Changes kept unless asked otherwise. */
    public static final int DEFAULT_LIMIT = 1_000;

    private static final int MAX_NESTING = 10_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public JsonDifference {
        changes = List.copyOf(changes);
        if (count < changes.size()) {
            throw new IllegalArgumentException("count " + count + " is less than the changes kept");
        }
    }

    /** Before to after; null or a missing node is a value that does not exist. Never throws. */
    public static JsonDifference between(@Nullable JsonNode before, @Nullable JsonNode after) {
        return between(before, after, DEFAULT_LIMIT);
    }

    /** As {@link #between(JsonNode, JsonNode)}, keeping at most {@code limit} changes and counting all. */
    public static JsonDifference between(@Nullable JsonNode before, @Nullable JsonNode after, int limit) {
        return new JsonWalk(limit).difference(before, after, true);
    }

    /** As {@link #between(JsonNode, JsonNode)} for texts; one that is no JSON is compared as a text. */
    public static JsonDifference betweenTexts(@Nullable String before, @Nullable String after) {
        JsonNode left = read(before);
        JsonNode right = read(after);
        boolean isReadable = (before == null || left != null) && (after == null || right != null);
        return new JsonWalk(DEFAULT_LIMIT).difference(orText(left, before), orText(right, after), isReadable);
    }

    /** Changes counted but not kept. */
    public int truncated() {
        return count - changes.size();
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** {@code {"count": n, "changes": [{"path", "kind", "before", "after", "delta", "percent"}], "truncated": k}}. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("count", count);
        ArrayNode list = json.putArray("changes");
        for (LeafChange change : changes) {
            list.add(change.toJson());
        }
        json.put("truncated", truncated());
        if (!isReadable) {
            json.put("readable", false);
        }
        return json;
    }

    private static @Nullable JsonNode read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isMissingNode() ? null : node;
        } catch (JacksonException | ArithmeticException | NumberFormatException unreadable) {
            return null;
        }
    }

    private static @Nullable JsonNode orText(@Nullable JsonNode node, @Nullable String text) {
        return node != null || text == null ? node : JsonNodeFactory.instance.stringNode(text);
    }
}
