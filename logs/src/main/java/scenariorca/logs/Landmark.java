package scenariorca.logs;

import java.util.EnumSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that the gate looks for.
 *
 * @param text the text, in any case of letters unless a vendor wrote it
 * @param bits the rules worth trying where it stands
 * @param classes what it says as a key; empty when it is none
 * @param token what follows where it begins a vendor's token; null when it begins none
 */
record Landmark(
        String text,
        long bits,
        EnumSet<WordClass> classes,
        @Nullable Pattern token) {
    static Landmark key(String text, EnumSet<WordClass> classes) {
        return new Landmark(text, 0, classes, null);
    }

    static Landmark gate(String text, long bits) {
        return new Landmark(text, bits, EnumSet.noneOf(WordClass.class), null);
    }

    Landmark with(long more) {
        return new Landmark(text, bits | more, classes, token);
    }

    /** Whether its place in a text is of interest. */
    boolean isPlaced() {
        return token != null || !classes.isEmpty();
    }
}
