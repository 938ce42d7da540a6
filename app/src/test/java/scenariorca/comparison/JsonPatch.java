package scenariorca.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Applies a difference to the value it was taken from, reading nothing but the written paths. */
final class JsonPatch {
    private static final Pattern STEP =
            Pattern.compile("\\.?(?:\"((?:[^\"\\\\]|\\\\.)*)\"|\\[(\\d+)\\]|\\[year=(\\d+)\\]|([^.\\[\\]\"]+))");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonPatch() {}

    static JsonNode apply(JsonNode before, JsonDifference difference) {
        JsonNode root = before.deepCopy();
        // What names an element goes last, the deepest first, or the paths of its neighbours lead nowhere.
        List<LeafChange> ordered = difference.changes().stream()
                .sorted(Comparator.comparing((LeafChange change) ->
                                change.after() == null && change.path().endsWith("].year") ? 1 : 0)
                        .thenComparing(change -> -change.path().length()))
                .toList();
        for (LeafChange change : ordered) {
            JsonNode value = change.after() == null ? NODES.objectNode() : change.after();
            root = change.path().equals("$") ? value : put(root, steps(change.path()), value);
        }
        return root;
    }

    /** Without empty containers (a difference has leaves only), keys and years in order, numbers written one way. */
    static String normal(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var properties = new TreeMap<String, String>();
            object.properties().forEach(property -> properties.put(property.getKey(), normal(property.getValue())));
            properties.values().removeIf(String::isEmpty);
            return properties.isEmpty() ? "" : properties.toString();
        }
        if (node instanceof ArrayNode array) {
            boolean isByYear = array.values().stream().anyMatch(element -> element.has("year"));
            var elements = array.values().stream().map(JsonPatch::normal).filter(text -> !text.isEmpty());
            List<String> list = isByYear ? elements.sorted().toList() : elements.toList();
            return list.isEmpty() ? "" : list.toString();
        }
        return node.isNumber() ? Numbers.canonical(node.decimalValue()).toString() : node.toString();
    }

    private record Step(String key, int index, int year) {}

    private static List<Step> steps(String path) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        int end = 0;
        while (end < path.length() && matcher.find(end)) {
            if (matcher.start() != end) {
                throw new AssertionError("cannot read path " + path + " at " + end);
            }
            String quoted = matcher.group(1);
            String key = quoted == null ? matcher.group(4) : quoted.replaceAll("\\\\(.)", "$1");
            steps.add(new Step(key, number(matcher.group(2)), number(matcher.group(3))));
            end = matcher.end();
        }
        return steps;
    }

    private static int number(String text) {
        return text == null ? -1 : Integer.parseInt(text);
    }

    private static JsonNode put(JsonNode parent, List<Step> steps, JsonNode value) {
        if (steps.isEmpty()) {
            return value;
        }
        Step step = steps.getFirst();
        List<Step> rest = steps.subList(1, steps.size());
        if (step.key() != null) {
            ObjectNode object = parent instanceof ObjectNode known ? known : NODES.objectNode();
            return object.set(step.key(), put(object.path(step.key()), rest, value));
        }
        ArrayNode array = parent instanceof ArrayNode known ? known : NODES.arrayNode();
        int index = step.index() >= 0 ? step.index() : indexOf(array, step.year());
        while (array.size() <= index) {
            array.add(NODES.objectNode());
        }
        array.set(index, put(array.get(index), rest, value));
        return array;
    }

    private static int indexOf(ArrayNode array, int year) {
        for (int index = 0; index < array.size(); index++) {
            if (array.get(index).path("year").asInt(0) == year) {
                return index;
            }
        }
        array.add(NODES.objectNode().put("year", year));
        return array.size() - 1;
    }
}
