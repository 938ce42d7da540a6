package scenariorca.logs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes out of a text what must not be stored: people, credentials, cards. Redacting twice changes nothing; UUIDs stay.
 * Safe to share between threads.
 */
public final class Redactor {
    /** Taking one thing out can lay another one bare; more rounds than these a text made by a program never needs. */
    private static final int MAX_ROUNDS = 8;

    private final List<RedactionRule> rules;

    private Redactor(List<RedactionRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The product's rules; IP addresses only when asked for, because they help to find a failing host. */
    public static Redactor standard(boolean withAddresses) {
        return new Redactor(RedactionRules.standard(withAddresses));
    }

    /**
     * These rules and an installation's own, one a line: {@code kind<TAB>regular expression}.
     *
     * @throws IllegalArgumentException when a line is no rule; the message names the line and the mistake
     */
    public Redactor with(List<String> lines) {
        var longer = new ArrayList<>(rules);
        longer.addAll(RedactionRules.parse(lines));
        return new Redactor(longer);
    }

    /** The text without what must not be stored, and without control characters. Never throws. */
    public Redacted redact(String text) {
        Map<String, Integer> counts = new HashMap<>();
        String before = text;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            String after = round(before, counts);
            if (after.equals(before)) {
                return new Redacted(after, counts.isEmpty() ? counts : new TreeMap<>(counts));
            }
            before = after;
        }
        // Nothing settles: an installation's rule feeds on its own output. Nothing is safer than something.
        counts.merge("unsettled", 1, Integer::sum);
        return new Redacted("[unsettled]", counts);
    }

    private String round(String stored, Map<String, Integer> counts) {
        String text = PlainText.of(stored);
        int gate = RedactionGate.scan(text);
        String result = text;
        for (RedactionRule rule : rules) {
            if (rule.gate() == 0 || (rule.gate() & gate) != 0) {
                result = rule.apply(result, () -> counts.merge(rule.kind(), 1, Integer::sum));
            }
        }
        return result;
    }
}
