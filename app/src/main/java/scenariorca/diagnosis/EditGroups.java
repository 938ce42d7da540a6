package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.ChangeKind;
import scenariorca.comparison.JsonDifference;
import scenariorca.comparison.LeafChange;
import scenariorca.diagnosis.evidence.InputChange;
import tools.jackson.databind.JsonNode;

/** Puts leaves of one input together that people edit as one, so that they do not compete with each other. */
final class EditGroups {
    /** Keys that name a period: 2027, 2027-03, 2027Q1, FY27, M12. */
    private static final Pattern PERIOD =
            Pattern.compile("\"?(?:[A-Za-z]{0,2}\\d{1,4}|\\d{4}[-_./]?(?:[QqMmWw]?\\d{1,2})(?:[-_./]\\d{1,2})?)\"?");

    private static final int FEW = 2;
    private static final int LONGEST_UNIT = 6;

    private EditGroups() {}

    /** The leaves by the path of what was edited. */
    static Map<String, List<InputChange>> of(List<InputChange> changes) {
        Map<String, List<InputChange>> byInput = new TreeMap<>();
        for (InputChange change : changes) {
            byInput.computeIfAbsent(key(change.input()), any -> new ArrayList<>())
                    .add(change);
        }
        Map<String, List<InputChange>> named = new LinkedHashMap<>();
        byInput.forEach((input, leaves) ->
                named.put(leaves.size() == 1 ? leaves.getFirst().input() : input, leaves));
        return joined(named);
    }

    /** The path, a period at its end left out. */
    private static String key(String input) {
        int dot = input.lastIndexOf('.');
        boolean isPeriod = dot > 0 && PERIOD.matcher(input.substring(dot + 1)).matches();
        return isPeriod ? input.substring(0, dot) : input;
    }

    private static String parent(String input) {
        int dot = input.lastIndexOf('.');
        int element = input.lastIndexOf("[]");
        return dot > element ? input.substring(0, dot) : element >= 0 ? input.substring(0, element + 2) : "";
    }

    /** Joins whole elements that came or went, a key that was renamed, values that changed places, a value with its unit. */
    private static Map<String, List<InputChange>> joined(Map<String, List<InputChange>> named) {
        Map<String, List<String>> siblings = new TreeMap<>();
        named.keySet()
                .forEach(input -> siblings.computeIfAbsent(parent(input), any -> new ArrayList<>())
                        .add(input));
        Map<String, List<InputChange>> result = new TreeMap<>(named);
        siblings.forEach((parent, inputs) -> {
            if (parent.endsWith("[]") && inputs.size() > 1 && areElements(inputs, named)) {
                join(result, parent, inputs);
                return;
            }
            List<String> pair = pair(inputs, named);
            if (inputs.size() == FEW && isRename(inputs, named)) {
                join(result, removed(inputs, named), inputs);
            } else if (!pair.isEmpty()) {
                boolean isRenamed = isRename(pair, named);
                String swapped = parent.isEmpty() ? pair.getFirst() : parent;
                join(result, isRenamed ? removed(pair, named) : swapped, pair);
            } else if (inputs.size() == FEW && !parent.isEmpty() && isUnit(inputs, named)) {
                join(result, parent, inputs);
            }
        });
        return result;
    }

    /** Two siblings of many of which one holds now what the other did: renamed, or swapped. Empty without such. */
    private static List<String> pair(List<String> inputs, Map<String, List<InputChange>> named) {
        for (String one : inputs) {
            for (String other : inputs) {
                List<String> pair = List.of(one, other);
                if (one.compareTo(other) < 0 && areExchanged(pair, named)) {
                    return pair;
                }
            }
        }
        return List.of();
    }

    private static boolean areExchanged(List<String> pair, Map<String, List<InputChange>> named) {
        List<InputChange> one = named.getOrDefault(pair.getFirst(), List.of());
        List<InputChange> other = named.getOrDefault(pair.getLast(), List.of());
        if (one.size() != 1 || other.size() != 1) {
            return false;
        }
        LeafChange left = one.getFirst().leaf();
        LeafChange right = other.getFirst().leaf();
        boolean isThere = isSame(left.before(), right.after());
        boolean isBack = isSame(right.before(), left.after());
        return isRename(pair, named) ? isThere || isBack : isThere && isBack;
    }

    private static boolean isSame(@Nullable JsonNode one, @Nullable JsonNode other) {
        return one != null
                && other != null
                && JsonDifference.between(one, other, 1).isEmpty();
    }

    private static void join(Map<String, List<InputChange>> result, String name, List<String> inputs) {
        List<InputChange> leaves = new ArrayList<>();
        inputs.forEach(input -> leaves.addAll(result.getOrDefault(input, List.of())));
        inputs.forEach(result::remove);
        result.put(name, List.copyOf(leaves));
    }

    private static boolean areElements(List<String> inputs, Map<String, List<InputChange>> named) {
        return inputs.stream()
                .flatMap(input -> named.getOrDefault(input, List.of()).stream())
                .allMatch(change -> change.leaf().kind() == ChangeKind.ADDED
                        || change.leaf().kind() == ChangeKind.REMOVED);
    }

    private static boolean isRename(List<String> inputs, Map<String, List<InputChange>> named) {
        return inputs.stream().anyMatch(input -> isAll(named, input, ChangeKind.ADDED))
                && inputs.stream().anyMatch(input -> isAll(named, input, ChangeKind.REMOVED));
    }

    private static String removed(List<String> inputs, Map<String, List<InputChange>> named) {
        return inputs.stream()
                .filter(input -> isAll(named, input, ChangeKind.REMOVED))
                .findFirst()
                .orElse(inputs.getFirst());
    }

    private static boolean isAll(Map<String, List<InputChange>> named, String input, ChangeKind kind) {
        return named.getOrDefault(input, List.of()).stream()
                .allMatch(change -> change.leaf().kind() == kind);
    }

    /** One text that changed beside one number: the unit of the value. */
    private static boolean isUnit(List<String> inputs, Map<String, List<InputChange>> named) {
        long texts = inputs.stream().filter(input -> holds(named, input, true)).count();
        long numbers =
                inputs.stream().filter(input -> holds(named, input, false)).count();
        return texts == 1 && numbers == 1;
    }

    private static boolean holds(Map<String, List<InputChange>> named, String input, boolean isText) {
        return named.getOrDefault(input, List.of()).stream().allMatch(change -> {
            JsonNode after = change.leaf().after();
            return after != null && (isText ? isUnitWord(after) : after.isNumber());
        });
    }

    /** Units are short: EUR, kg, TEU. */
    private static boolean isUnitWord(JsonNode value) {
        return value.isString() && value.stringValue().length() <= LONGEST_UNIT;
    }
}
