package scenariorca.logs;

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

    private final RedactionRules rules;

    private Redactor(RedactionRules rules) {
        this.rules = rules;
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
        return new Redactor(rules.with(RuleFile.own(lines)));
    }

    /** The text without what must not be stored, and without control characters. Never throws. */
    public Redacted redact(String text) {
        String plain = PlainText.of(text);
        List<Span> spans = rules.all(plain);
        if (spans.isEmpty()) {
            return new Redacted(plain, Map.of());
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            plain = PlainText.of(without(plain, spans, counts));
            spans = rules.all(plain);
            if (spans.isEmpty()) {
                return new Redacted(plain, counts);
            }
        }
        // Nothing settles: an installation's rule feeds on its own output. Nothing is safer than something.
        counts.merge("unsettled", 1, Integer::sum);
        return new Redacted("[unsettled]", counts);
    }

    /** What two texts that follow one another show only together, as places in both together. */
    List<Span> over(String left, String right) {
        return new SeamFinder(rules).over(left, right);
    }

    private static String without(String text, List<Span> spans, Map<String, Integer> counts) {
        var written = new StringBuilder(text.length());
        int at = 0;
        for (Span span : spans) {
            counts.merge(span.kind(), 1, Integer::sum);
            String quote = bareJson(text, span.start());
            written.append(text, at, span.start())
                    .append(quote)
                    .append('[')
                    .append(span.kind())
                    .append(']')
                    .append(quote);
            at = span.end();
        }
        return written.append(text, at, text.length()).toString();
    }

    /** The quote, with its escapes, that keeps JSON what it is where a bare number goes; empty elsewhere. */
    private static String bareJson(String text, int start) {
        int at = start - 1;
        while (at > 0 && text.charAt(at) == ' ') {
            at--;
        }
        if (at < 1 || text.charAt(at) != ':' || text.charAt(at - 1) != '"') {
            return "";
        }
        int quote = at - 1;
        while (quote > 0 && text.charAt(quote - 1) == '\\') {
            quote--;
        }
        return text.substring(quote, at);
    }
}
