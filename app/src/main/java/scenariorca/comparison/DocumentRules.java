package scenariorca.comparison;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a document keeps to, found in the document itself: which keys are there, which of two numbers or dates is the smaller,
 * which lists are in order, free of doubles, as long as their sibling, or add up to one. Nothing of it need be meant; counted
 * over many versions, what was meant stands out.
 */
public final class DocumentRules {
    private static final int MAX_RULES = 600;
    private static final int MAX_DEPTH = 12;
    /** Objects with more keys are tables, of which no two keys need be compared. */
    private static final int MAX_COMPARED = 9;

    private static final BigDecimal SLACK = new BigDecimal("0.000001");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A rule.
     *
     * @param kind what is compared
     * @param left path, array positions left out. Example: {@code plan.start_year}
     * @param right the other path; empty when there is none
     */
    public record Rule(Kind kind, String left, String right) {}

    /** What is compared. */
    public enum Kind {
        PRESENT,
        NOT_AFTER,
        SAME_LENGTH,
        SORTED,
        UNIQUE,
        WHOLE
    }

    private record Open(String path, JsonNode node, int depth) {}

    private final Map<Rule, Boolean> held = new LinkedHashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();

    private DocumentRules(JsonNode document) {
        open.push(new Open("", document, 0));
        while (!open.isEmpty() && held.size() < MAX_RULES) {
            Open next = open.pop();
            if (next.node().isObject()) {
                object(next);
            } else if (next.node().isArray()) {
                array(next);
            }
        }
    }

    /** Every rule the document could keep, and whether it does. Never throws. */
    public static Map<Rule, Boolean> of(JsonNode document) {
        return Map.copyOf(new DocumentRules(document).held);
    }

    /** In a list a rule holds when it holds for each element. */
    private void note(Kind kind, String left, String right, boolean holds) {
        held.merge(new Rule(kind, left, right), holds, Boolean::logicalAnd);
    }

    private static String child(String path, String key) {
        return path.isEmpty() ? LeafPath.quoted(key) : path + "." + LeafPath.quoted(key);
    }

    private void object(Open at) {
        List<String> keys = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : at.node().properties()) {
            String path = child(at.path(), property.getKey());
            boolean isThere = !property.getValue().isNull();
            note(Kind.PRESENT, path, "", isThere);
            if (isThere) {
                keys.add(property.getKey());
            }
            if (property.getValue().isContainer() && at.depth() < MAX_DEPTH) {
                open.push(new Open(path, property.getValue(), at.depth() + 1));
            }
        }
        if (keys.size() <= MAX_COMPARED) {
            keys.sort(null);
            siblings(at, keys);
        }
        sum(at.path(), at.node());
    }

    private void siblings(Open at, List<String> keys) {
        for (int first = 0; first < keys.size(); first++) {
            for (int second = first + 1; second < keys.size(); second++) {
                JsonNode left = at.node().get(keys.get(first));
                JsonNode right = at.node().get(keys.get(second));
                String leftPath = child(at.path(), keys.get(first));
                String rightPath = child(at.path(), keys.get(second));
                Integer order = order(left, right);
                if (order != null) {
                    note(Kind.NOT_AFTER, leftPath, rightPath, order <= 0);
                    note(Kind.NOT_AFTER, rightPath, leftPath, order >= 0);
                }
                if (left.isArray() && right.isArray()) {
                    note(Kind.SAME_LENGTH, leftPath, rightPath, left.size() == right.size());
                }
            }
        }
    }

    /** Null for what cannot be compared. */
    private static @Nullable Integer order(JsonNode left, JsonNode right) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        boolean areDates = isDate(left) && isDate(right);
        return areDates ? Integer.signum(left.stringValue().compareTo(right.stringValue())) : null;
    }

    private static boolean isDate(JsonNode node) {
        return node.isString() && node.stringValue().matches("\\d{4}-\\d\\d(-\\d\\d.*)?");
    }

    private void array(Open at) {
        String element = at.path() + "[]";
        List<JsonNode> values = List.copyOf(at.node().values());
        list(element, values);
        sum(at.path(), at.node());
        if (values.isEmpty() || !values.stream().allMatch(JsonNode::isObject)) {
            return;
        }
        for (JsonNode value : values) {
            if (at.depth() < MAX_DEPTH) {
                open.push(new Open(element, value, at.depth() + 1));
            }
        }
        values.getFirst()
                .propertyNames()
                .forEach(key -> list(
                        child(element, key),
                        values.stream().map(value -> value.path(key)).toList()));
    }

    private void list(String path, List<JsonNode> values) {
        if (values.size() < 2 || values.stream().anyMatch(JsonNode::isContainer)) {
            return;
        }
        Set<String> seen = new HashSet<>();
        note(Kind.UNIQUE, path, "", values.stream().allMatch(value -> seen.add(value.toString())));
        if (order(values.get(0), values.get(1)) != null) {
            note(Kind.SORTED, path, "", isEach(values, (left, right) -> {
                Integer order = order(left, right);
                return order != null && order <= 0;
            }));
        }
    }

    private static boolean isEach(List<JsonNode> values, BiPredicate<JsonNode, JsonNode> test) {
        for (int index = 1; index < values.size(); index++) {
            if (!test.test(values.get(index - 1), values.get(index))) {
                return false;
            }
        }
        return true;
    }

    /** Parts that add up to one, or to a hundred. */
    private void sum(String path, JsonNode parts) {
        if (parts.size() < 2 || !parts.values().stream().allMatch(Numbers::isNumber)) {
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode part : parts.values()) {
            BigDecimal number = part.decimalValue();
            if (number.signum() < 0 || Math.abs((long) number.scale()) > HUNDRED.intValue()) {
                return;
            }
            sum = sum.add(number);
        }
        boolean isWhole = isNear(sum, BigDecimal.ONE) || isNear(sum, HUNDRED);
        note(Kind.WHOLE, path, "", isWhole);
    }

    private static boolean isNear(BigDecimal number, BigDecimal whole) {
        return number.subtract(whole).abs().compareTo(whole.multiply(SLACK)) <= 0;
    }
}
