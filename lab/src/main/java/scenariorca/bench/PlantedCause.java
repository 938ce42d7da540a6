package scenariorca.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;

/**
 * An input change that is known to have made a run fail.
 *
 * @param nodeId the node whose input it is; null when the truth names none (an event)
 * @param pointers JSON pointers into the input: the place, and others that mean the same, as the two keys of a renaming do.
 *     Example: {@code /values/3/value}
 */
public record PlantedCause(@Nullable NodeId nodeId, List<String> pointers) {
    public PlantedCause {
        pointers = List.copyOf(pointers);
    }

    PlantedCause(@Nullable NodeId nodeId, String pointer) {
        this(nodeId, List.of(pointer));
    }

    /**
     * Whether an input of a verdict is this one. Array elements are taken together, as the verdict does; a container and
     * what is in it are the same input.
     *
     * @param input path with array identities removed. Example: {@code values[].value}
     */
    boolean is(@Nullable NodeId node, @Nullable String input) {
        if (input == null || (nodeId != null && !nodeId.equals(node))) {
            return false;
        }
        List<String> named = ofPath(input);
        return pointers.stream().anyMatch(pointer -> isSame(ofPointer(pointer), named));
    }

    private static boolean isSame(List<String> planted, List<String> named) {
        for (int index = 0; index < Math.min(planted.size(), named.size()); index++) {
            boolean isElement = named.get(index).equals("[]") && isIndex(planted.get(index));
            if (!isElement && !planted.get(index).equals(named.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIndex(String step) {
        return !step.isEmpty() && step.chars().allMatch(Character::isDigit);
    }

    private static List<String> ofPointer(String pointer) {
        List<String> steps = new ArrayList<>();
        for (String step : pointer.split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return steps.isEmpty() ? steps : steps.subList(1, steps.size());
    }

    /** Keys without their quotes, and {@code []} for an element. */
    private static List<String> ofPath(String path) {
        List<String> steps = new ArrayList<>();
        var step = new StringBuilder();
        boolean isQuoted = false;
        boolean isKey = false;
        for (int at = 0; at < path.length(); at++) {
            char character = path.charAt(at);
            if (character == '\\' && isQuoted && at + 1 < path.length()) {
                step.append(path.charAt(++at));
            } else if (character == '"') {
                isQuoted = !isQuoted;
                isKey = true;
            } else if (!isQuoted && (character == '.' || character == '[' || character == ']')) {
                if (isKey || !step.isEmpty()) {
                    steps.add(step.toString());
                }
                if (character == '[') {
                    steps.add("[]");
                }
                step.setLength(0);
                isKey = false;
            } else {
                step.append(character);
            }
        }
        if (isKey || !step.isEmpty()) {
            steps.add(step.toString());
        }
        return path.equals("$") ? List.of() : steps;
    }
}
