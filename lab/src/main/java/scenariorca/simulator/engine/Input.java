package scenariorca.simulator.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A node's JSON input as a value: an object of numbers, texts, booleans, nulls, lists and objects. */
public final class Input {
    private final Map<String, @Nullable Object> keys;

    private Input(Map<String, @Nullable Object> keys) {
        this.keys = Collections.unmodifiableMap(keys);
    }

    /** An input of alternating keys and values; whole and decimal numbers become exact decimals. */
    public static Input of(@Nullable Object... pairs) {
        var keys = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            keys.put(String.valueOf(pairs[i]), InputText.exact(pairs[i + 1]));
        }
        return new Input(keys);
    }

    /** An input of these keys, in this order. */
    public static Input of(Map<String, @Nullable Object> keys) {
        return new Input(new LinkedHashMap<>(keys));
    }

    public Map<String, @Nullable Object> keys() {
        return keys;
    }

    public boolean has(String path) {
        return walk(path) != Missing.VALUE;
    }

    /** The value at a JSON pointer; null when it is JSON null or is not there. */
    public @Nullable Object at(String path) {
        Object value = walk(path);
        return value == Missing.VALUE ? null : value;
    }

    private @Nullable Object walk(String path) {
        Object value = keys;
        for (String step : steps(path)) {
            value = step(value, step);
        }
        return value;
    }

    private static @Nullable Object step(@Nullable Object value, String step) {
        if (value instanceof Map<?, ?> map) {
            return map.containsKey(step) ? map.get(step) : Missing.VALUE;
        }
        if (value instanceof List<?> list) {
            int index = Integer.parseInt(step);
            return index < list.size() ? list.get(index) : Missing.VALUE;
        }
        return Missing.VALUE;
    }

    /** This input with the value at a JSON pointer replaced, or added when its parent is there. */
    public Input with(String path, @Nullable Object value) {
        return changed(path, InputText.exact(value));
    }

    /** This input without the key at a JSON pointer. */
    public Input without(String path) {
        return changed(path, Missing.VALUE);
    }

    @SuppressWarnings("unchecked")
    private Input changed(String path, @Nullable Object value) {
        return new Input((Map<String, @Nullable Object>) put(keys, steps(path), 0, value));
    }

    private static Object put(@Nullable Object parent, List<String> steps, int depth, @Nullable Object value) {
        String step = steps.get(depth);
        boolean isLast = depth == steps.size() - 1;
        if (parent instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>(list);
            int index = Integer.parseInt(step);
            copy.set(index, isLast ? value : put(copy.get(index), steps, depth + 1, value));
            return Collections.unmodifiableList(copy);
        }
        if (!(parent instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("no object or list at step " + depth + " of " + steps);
        }
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, old) -> copy.put(String.valueOf(key), old));
        if (isLast && value == Missing.VALUE) {
            copy.remove(step);
        } else {
            copy.put(step, isLast ? value : put(copy.get(step), steps, depth + 1, value));
        }
        return Collections.unmodifiableMap(copy);
    }

    private static List<String> steps(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** @throws NoSuchElementException without the key. @throws NumberFormatException for a text that is no number */
    double number(String key) {
        Object value = keys.get(key);
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        if (value == null) {
            throw new NoSuchElementException("required input '" + key + "' is missing");
        }
        return Double.parseDouble(String.valueOf(value));
    }

    double number(String key, double otherwise) {
        return keys.get(key) == null ? otherwise : number(key);
    }

    /** The exact number, as older nodes read it: a text is a ClassCastException, and no key is named. */
    BigDecimal exact(String key) {
        Object value = keys.get(key);
        if (value == null) {
            throw new NullPointerException("input value is null");
        }
        return BigDecimal.class.cast(value);
    }

    int whole(String key) {
        return exact(key).intValueExact();
    }

    @Nullable
    String text(String key) {
        Object value = keys.get(key);
        return value == null ? null : String.valueOf(value);
    }

    /** The text in the order the keys were typed. */
    public String json() {
        return InputText.json(keys);
    }

    /** MD5 of the canonical text: sorted keys, numbers without trailing zeros. */
    public String hash() {
        return InputText.hash(keys);
    }

    /** Whether both say the same: key order and trailing zeros are nothing. */
    public boolean isSame(Input other) {
        return InputText.canonical(keys).equals(InputText.canonical(other.keys));
    }

    @Override
    public String toString() {
        return json();
    }

    private enum Missing {
        VALUE
    }
}
