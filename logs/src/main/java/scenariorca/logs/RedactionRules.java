package scenariorca.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules in their order, with the gate that says which are worth trying; finds what they find in all readings of a text. */
final class RedactionRules {
    /** Escapes within escapes; more layers no program writes. */
    private static final int MAX_LAYERS = 8;

    private static final Pattern WORD = Pattern.compile("\\p{L}?\\p{Ll}*[.,:;=]?");

    private final RedactionGate gate;
    private final List<RedactionRule> rules;
    /** Whether no rule is tried on every text. */
    private final boolean isGated;

    private RedactionRules(RedactionGate gate, List<RedactionRule> rules) {
        this.gate = gate;
        this.rules = List.copyOf(rules);
        this.isGated =
                rules.stream().noneMatch(rule -> rule instanceof ExpressionRule one && one.gate() == RuleGate.NONE);
    }

    /** The product's rules. @param withAddresses whether addresses of hosts go, too */
    static RedactionRules standard(boolean withAddresses) {
        RedactionWords words = RedactionWords.standard();
        List<RuleFile.Entry> entries = RuleFile.standard().stream()
                .filter(entry -> withAddresses || !entry.text("when").equals("addresses"))
                .toList();
        var rules = new ArrayList<RedactionRule>();
        List<List<String>> texts =
                entries.stream().map(entry -> entry.words("gate")).toList();
        List<RuleGate> gates = RuleGate.all(texts);
        for (int place = 0; place < entries.size(); place++) {
            rules.add(RuleFile.rule(entries.get(place), gates.get(place), words));
        }
        List<Landmark> keys = new ArrayList<>(Assignments.landmarks(words));
        keys.addAll(VendorTokens.landmarks());
        return new RedactionRules(new RedactionGate(texts, keys), rules);
    }

    /** These rules, and after them others. */
    RedactionRules with(List<ExpressionRule> more) {
        Set<String> kinds = more.stream().map(ExpressionRule::kind).collect(Collectors.toSet());
        var longer = new ArrayList<RedactionRule>();
        for (RedactionRule rule : rules) {
            longer.add(rule instanceof Assignments assignments ? assignments.with(kinds) : rule);
        }
        longer.addAll(more);
        return new RedactionRules(gate, longer);
    }

    /** The same rules, all of them tried on every text: what they find must not differ. */
    RedactionRules ungated() {
        return new RedactionRules(
                gate,
                rules.stream()
                        .map(rule -> rule instanceof ExpressionRule expression ? expression.ungated() : rule)
                        .toList());
    }

    /** What is found in one reading of a text, each place once, by the first rule. */
    List<Span> in(String text) {
        Hits hits = gate.scan(text);
        if (hits.isEmpty() && isGated) {
            return List.of();
        }
        var found = new ArrayList<Span>();
        var one = new ArrayList<Span>();
        for (RedactionRule rule : rules) {
            rule.find(text, hits, one);
            for (Span span : one) {
                if (span.end() > span.start() && found.stream().noneMatch(span::overlaps)) {
                    found.add(span);
                }
            }
            one.clear();
        }
        return found;
    }

    /** All that must go, as places of the text, in order. */
    List<Span> all(String text) {
        List<Span> found = found(text);
        if (!found.isEmpty()) {
            Repeats.add(text, found);
        }
        return inOrder(found);
    }

    private List<Span> found(String text) {
        TextView view = TextView.of(text);
        TextView inner = Escapes.off(view);
        if (inner == null && text.indexOf('\n') < 0) {
            return in(text); // no other reading
        }
        var layers = new ArrayList<TextView>();
        for (TextView layer = view; layer != null && layers.size() <= MAX_LAYERS; layer = Escapes.off(layer)) {
            layers.add(layer);
        }
        var found = new ArrayList<Span>();
        TextView deepest = layers.get(layers.size() - 1);
        for (int depth = layers.size() - 1; depth >= 0; depth--) {
            TextView layer = layers.get(depth);
            for (Span span : in(layer.text())) {
                merge(layer.stored(span), text, depth == 0 || layers.size() == 1, found);
            }
        }
        joined(LineJoin.of(deepest), text, found);
        if (deepest != view) {
            joined(LineJoin.of(view), text, found);
        }
        return found;
    }

    private static List<Span> inOrder(List<Span> spans) {
        if (spans.size() > 1) {
            spans.sort((one, other) -> Integer.compare(one.start(), other.start()));
        }
        return spans;
    }

    /**
     * A reading with more escapes sees ends of values less well, so what a reading without them found there stands; but a value
     * goes on over percent signs.
     */
    private static void merge(Span span, String text, boolean isStored, List<Span> found) {
        List<Span> overlapping = found.stream().filter(span::overlaps).toList();
        boolean isLonger = overlapping.stream().allMatch(span::contains)
                && text.substring(span.start(), span.end()).indexOf('\\') < 0;
        if (overlapping.isEmpty() || isLonger && isStored) {
            found.removeAll(overlapping);
            found.add(span);
        }
    }

    private void joined(@Nullable LineJoin join, String text, List<Span> found) {
        if (join == null) {
            return;
        }
        for (Span span : in(join.view().text())) {
            Span stored = join.view().stored(span);
            if (join.isCrossing(span) && !isTwo(stored, text, found) && !isWordBehind(stored, text, found)) {
                found.removeIf(stored::overlaps);
                found.add(stored);
            }
        }
    }

    /** Whether one thing was found up to a line end, and what would be added is the word with which the next line begins. */
    private static boolean isWordBehind(Span span, String text, List<Span> found) {
        return found.stream()
                .filter(left -> span.contains(left) && left.end() < span.end() && text.charAt(left.end()) == '\n')
                .map(left -> text.substring(left.end(), span.end()).strip())
                .anyMatch(WORD.asMatchPredicate());
    }

    /** Whether two things that were found alone already meet at a line end within: they are two, not one. */
    private static boolean isTwo(Span span, String text, List<Span> found) {
        return found.stream()
                .anyMatch(left -> span.overlaps(left)
                        && found.stream()
                                .anyMatch(right -> right.start() > left.end()
                                        && span.overlaps(right)
                                        && text.substring(left.end(), right.start())
                                                .isBlank()));
    }
}
