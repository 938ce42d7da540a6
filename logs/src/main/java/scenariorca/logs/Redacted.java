package scenariorca.logs;

import java.util.Map;

/**
 * A text without what must not be stored.
 *
 * @param text the text, with a word in brackets for each thing left out. Example: {@code sent to [email]}
 * @param counts how many things of each kind were left out; empty when nothing was
 */
public record Redacted(String text, Map<String, Integer> counts) {
    public Redacted {
        counts = Map.copyOf(counts);
    }
}
