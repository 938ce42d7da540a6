package scenariorca.comparison;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One leaf that differs.
 *
 * @param path where, as {@link LeafPath} writes it. Example: {@code yearly[year=2027].value}
 * @param kind how it differs
 * @param before the leaf before; null when the path did not exist. An object or array only for {@code type_changed}, or
 *     when it is empty
 * @param after the leaf after; null when the path is gone
 * @param delta after less before, exact; null unless both are numbers
 * @param percent delta as a percentage of before, to six digits; null unless both are numbers and before is not zero
 */
public record LeafChange(
        String path,
        ChangeKind kind,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable BigDecimal delta,
        @Nullable BigDecimal percent) {
    /** Texts and containers longer than this are clipped when written, and say how long they were. */
    private static final int MAX_WRITTEN = 500;

    static LeafChange of(LeafPath path, @Nullable JsonNode before, @Nullable JsonNode after) {
        ChangeKind kind = kindOf(before, after);
        BigDecimal delta = null;
        BigDecimal percent = null;
        if (before != null && after != null && Numbers.isNumber(before) && Numbers.isNumber(after)) {
            delta = Numbers.delta(before.decimalValue(), after.decimalValue());
            percent = delta == null ? null : Numbers.percent(before.decimalValue(), delta);
        }
        return new LeafChange(path.toString(), kind, before, after, delta, percent);
    }

    private static ChangeKind kindOf(@Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null) {
            return ChangeKind.ADDED;
        }
        if (after == null) {
            return ChangeKind.REMOVED;
        }
        return before.getNodeType() == after.getNodeType() ? ChangeKind.CHANGED : ChangeKind.TYPE_CHANGED;
    }

    /** {@code {"path", "kind", "before", "after", "delta", "percent"}}; what does not exist is null. */
    @JsonValue
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("path", path);
        json.put("kind", kind.word());
        json.set("before", written(before));
        json.set("after", written(after));
        json.put("delta", delta);
        json.put("percent", percent);
        return json;
    }

    /** A value as written: numbers canonical, long texts and containers clipped. */
    private static @Nullable JsonNode written(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (Numbers.isNumber(value)) {
            return nodes.numberNode(Numbers.canonical(value.decimalValue()));
        }
        if (value.isContainer() && !value.isEmpty()) {
            return nodes.stringNode((value.isObject() ? "(object of " : "(array of ") + value.size() + ")");
        }
        if (value.isString()) {
            String text = value.stringValue();
            return text.length() <= MAX_WRITTEN
                    ? value
                    : nodes.stringNode(LeafPath.clip(text, MAX_WRITTEN) + " (" + text.length() + " characters)");
        }
        return value;
    }
}
