package scenariorca.comparison;

import org.jspecify.annotations.Nullable;

/**
 * Where a leaf sits in a JSON value, as a chain from the leaf to the root, so that it costs nothing until written.
 *
 * <p>Written form: keys joined by dots ({@code dosing.months}), array elements by index ({@code tags[3]}) or, where they
 * are objects with an identifying key, by that key ({@code yearly[year=2027].value}). A key that is empty or holds a dot,
 * bracket, quote, backslash, equals sign or control character is quoted ({@code "a.b".c}). The root itself is {@code $}.
 */
record LeafPath(@Nullable LeafPath parent, String segment, boolean isElement, int depth) {
    /** Longer segments and paths are clipped and end in an ellipsis; only absurd keys are that long. */
    private static final int MAX_SEGMENT = 200;

    private static final int MAX_PATH = 4_000;
    private static final String SPECIAL = ".[]\"\\=$,";

    static final LeafPath ROOT = new LeafPath(null, "$", false, 0);

    LeafPath key(String key) {
        return new LeafPath(this, quoted(key), false, depth + 1);
    }

    LeafPath index(int index) {
        return new LeafPath(this, "[" + index + "]", true, depth + 1);
    }

    /** @param identity as written between the brackets. Example: {@code year=2027} */
    LeafPath element(String identity) {
        return new LeafPath(this, "[" + identity + "]", true, depth + 1);
    }

    static String quoted(String key) {
        String clipped = clip(key, MAX_SEGMENT);
        if (isPlain(clipped)) {
            return clipped;
        }
        var text = new StringBuilder("\"");
        for (int at = 0; at < clipped.length(); at++) {
            char character = clipped.charAt(at);
            if (character == '"' || character == '\\') {
                text.append('\\').append(character);
            } else if (Character.isISOControl(character)) {
                text.append("\\u").append(String.format(java.util.Locale.ROOT, "%04x", (int) character));
            } else {
                text.append(character);
            }
        }
        return text.append('"').toString();
    }

    /** The first {@code length} characters and an ellipsis, never half a character. */
    static String clip(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "…";
    }

    private static boolean isPlain(String key) {
        if (key.isEmpty() || !key.equals(key.strip())) {
            return false;
        }
        for (int at = 0; at < key.length(); at++) {
            char character = key.charAt(at);
            if (Character.isISOControl(character) || SPECIAL.indexOf(character) >= 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        if (parent == null) {
            return segment;
        }
        LeafPath[] chain = new LeafPath[depth];
        LeafPath at = this;
        for (int index = depth - 1; index >= 0 && at != null; index--) {
            chain[index] = at;
            at = at.parent;
        }
        var text = new StringBuilder();
        for (LeafPath step : chain) {
            if (!step.isElement && !text.isEmpty()) {
                text.append('.');
            }
            text.append(step.segment);
            if (text.length() > MAX_PATH) {
                break;
            }
        }
        return clip(text.toString(), MAX_PATH);
    }
}
