package scenariorca.simulator;

import org.jspecify.annotations.Nullable;
import scenariorca.simulator.engine.Input;

/**
 * One value to be typed.
 *
 * @param node index of the node
 * @param path JSON pointer into its input
 * @param value what is typed; null with {@code isRemoval}
 */
record TypedValue(int node, String path, @Nullable Object value, boolean isRemoval) {
    static TypedValue set(int node, String path, Object value) {
        return new TypedValue(node, path, value, false);
    }

    static TypedValue remove(int node, String path) {
        return new TypedValue(node, path, null, true);
    }

    Input apply(Input input) {
        return isRemoval ? input.without(path) : input.with(path, value);
    }
}
