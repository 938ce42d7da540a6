package scenariorca.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Seeded generator of JSON values of the kinds found in inputs, with odd keys and numbers among them. */
final class RandomJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> KEYS = List.of(
            "market_share",
            "price",
            "yearly",
            "dosing",
            "a.b",
            "x[0]",
            "",
            "with \"quotes\"",
            "unit",
            "tags",
            "ıİ",
            "=,");

    private final Random random;

    RandomJson(long seed) {
        this.random = new Random(seed);
    }

    JsonNode value(int depth) {
        return switch (depth <= 0 ? random.nextInt(5) : random.nextInt(9)) {
            case 0, 1 -> number();
            case 2 -> NODES.stringNode(random.nextBoolean() ? "EUR" : "text " + random.nextInt(4));
            case 3 -> NODES.booleanNode(random.nextBoolean());
            case 4 -> NODES.nullNode();
            case 5, 6 -> object(depth);
            case 7 -> years(depth);
            default -> list(depth);
        };
    }

    ObjectNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        int size = random.nextInt(5);
        for (int index = 0; index < size; index++) {
            object.set(KEYS.get(random.nextInt(KEYS.size())), value(depth - 1));
        }
        return object;
    }

    /** A copy in which a few things differ. */
    JsonNode edited(JsonNode value, int depth) {
        if (random.nextInt(6) == 0) {
            return value(depth);
        }
        return switch (value) {
            case ObjectNode object -> {
                ObjectNode copy = NODES.objectNode();
                for (Map.Entry<String, JsonNode> property : object.properties()) {
                    // What names an element stays: another name would be another element.
                    if (property.getKey().equals("year")) {
                        copy.set("year", property.getValue());
                    } else if (random.nextInt(8) > 0) {
                        copy.set(property.getKey(), edited(property.getValue(), depth - 1));
                    }
                }
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = NODES.arrayNode();
                array.values().forEach(element -> copy.add(edited(element, depth - 1)));
                yield copy;
            }
            default -> value;
        };
    }

    /** The same value with keys in another order and numbers written another way. */
    JsonNode rewritten(JsonNode value) {
        if (value instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> properties = new ArrayList<>(object.properties());
            Collections.shuffle(properties, random);
            ObjectNode copy = NODES.objectNode();
            properties.forEach(property -> copy.set(property.getKey(), rewritten(property.getValue())));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode();
            array.values().forEach(element -> copy.add(rewritten(element)));
            return copy;
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return NODES.numberNode(number.setScale(number.scale() + random.nextInt(3)));
        }
        return value;
    }

    private JsonNode number() {
        return switch (random.nextInt(4)) {
            case 0 -> NODES.numberNode(random.nextInt(5));
            case 1 -> NODES.numberNode(random.nextInt(100) / 4.0);
            case 2 -> NODES.numberNode(new BigDecimal(random.nextInt(50)).movePointLeft(random.nextInt(12)));
            default -> NODES.numberNode(2_000L + random.nextInt(3));
        };
    }

    private ArrayNode years(int depth) {
        ArrayNode array = NODES.arrayNode();
        int first = 2020 + random.nextInt(3);
        for (int year = first; year < first + random.nextInt(4); year++) {
            ObjectNode element = object(depth - 2);
            element.put("year", year);
            array.add(element);
        }
        return array;
    }

    private ArrayNode list(int depth) {
        ArrayNode array = NODES.arrayNode();
        int size = random.nextInt(4);
        for (int index = 0; index < size; index++) {
            array.add(value(depth - 1));
        }
        return array;
    }
}
