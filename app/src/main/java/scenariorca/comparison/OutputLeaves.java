package scenariorca.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of what a node put out, in the order they are stored.
 *
 * @param head the first of them, as written: numbers bare, texts in quotes
 * @param tail the last of them when some between were not kept; else empty
 */
public record OutputLeaves(List<String> head, List<String> tail) {
    private static final Pattern LEAF = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[^,\\[\\]\\s]+");
    private static final char LEFT_OUT = '…';

    public OutputLeaves {
        head = List.copyOf(head);
        tail = List.copyOf(tail);
    }

    /** @param written output_values of a calculation: a JSON array, of which the middle may be left out. Never throws */
    public static OutputLeaves of(String written) {
        int gap = written.indexOf(LEFT_OUT);
        if (gap < 0) {
            return new OutputLeaves(leaves(written), List.of());
        }
        List<String> first = leaves(written.substring(0, gap));
        List<String> last = leaves(written.substring(gap + 1));
        // What stands next to the gap may be half a leaf.
        return new OutputLeaves(
                first.isEmpty() ? first : first.subList(0, first.size() - 1),
                last.isEmpty() ? last : last.subList(1, last.size()));
    }

    private static List<String> leaves(String text) {
        List<String> leaves = new ArrayList<>();
        Matcher matcher = LEAF.matcher(text);
        while (matcher.find()) {
            leaves.add(matcher.group());
        }
        return leaves;
    }

    boolean isWhole() {
        return tail.isEmpty();
    }

    public boolean isEmpty() {
        return head.isEmpty();
    }

    /** Leaves that are no number though they stand where numbers do: null, and the words for what is not finite. */
    int holes() {
        return (int) head.stream().filter(OutputLeaves::isHole).count();
    }

    static boolean isHole(String leaf) {
        return leaf.equals("null")
                || leaf.equalsIgnoreCase("\"nan\"")
                || leaf.equalsIgnoreCase("\"inf\"")
                || leaf.equalsIgnoreCase("\"-inf\"")
                || leaf.equalsIgnoreCase("\"infinity\"")
                || leaf.equalsIgnoreCase("\"-infinity\"");
    }

    /** Null for a leaf that is no number. */
    static @Nullable Double number(String leaf) {
        char first = leaf.charAt(0);
        if (first != '-' && (first < '0' || first > '9')) {
            return null;
        }
        try {
            return Double.valueOf(leaf);
        } catch (NumberFormatException odd) {
            return null;
        }
    }
}
