package scenariorca.errors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which texts of one length are examples of one template. A function of the set of texts alone: neither order nor
 * frequency matters, so the same texts give the same templates after any restart.
 */
final class Grouping {
    private static final int MAX_ROUNDS = 4;

    private Grouping() {}

    /**
     * The template of each text; a text that is like no other is its own.
     *
     * @param texts all with the same number of words
     * @param known words that stand in variable parts of other templates: where one stands, there is a variable part
     */
    static Map<Template, Template> templates(Collection<Template> texts, Set<String> known) {
        var current = new TreeMap<String, Template>();
        texts.forEach(text -> current.put(text.text(), text));
        var result = new HashMap<Template, Template>();
        texts.forEach(text -> result.put(text, text));
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Map<Template, Template> merged = merge(List.copyOf(current.values()), known);
            if (merged.isEmpty()) {
                break;
            }
            result.replaceAll((text, template) -> merged.getOrDefault(template, template));
            current.clear();
            result.values().forEach(template -> current.put(template.text(), template));
        }
        return result;
    }

    /** One round: the wider template of each text that has one. */
    private static Map<Template, Template> merge(List<Template> texts, Set<String> known) {
        var round = new WordNumbers(texts);
        var seen = new HashSet<String>();
        var wider = new ArrayList<WideTemplate>();
        for (int one = 0; one < texts.size(); one++) {
            for (int other = one + 1; other < texts.size(); other++) {
                round.common(one, other, allowedDifferences(texts.get(one).size()))
                        .filter(found -> seen.add(found.template().text()))
                        .map(round::withMembers)
                        .filter(found -> found.isVariable(known))
                        .ifPresent(wider::add);
            }
        }
        wider.sort(Comparator.comparingInt((WideTemplate wide) -> wide.members().size())
                .reversed()
                .thenComparing(wide -> wide.holes().size())
                .thenComparing(wide -> wide.template().text()));
        var merged = new HashMap<Template, Template>();
        for (WideTemplate wide : wider) {
            wide.members().forEach(member -> merged.putIfAbsent(member, wide.template()));
        }
        return merged;
    }

    /** The words that stand where the templates have variable parts, and look like names. */
    static Set<String> names(Map<Template, Template> templates) {
        var names = new HashSet<String>();
        templates.forEach((text, template) -> {
            for (int at = 0; at < text.size(); at++) {
                String word = text.words().get(at);
                String hole = template.words().get(at);
                int start = hole.indexOf(LineScanner.WILDCARD);
                if (!word.equals(hole) && start >= 0) {
                    int end = word.length() - (hole.length() - start - LineScanner.WILDCARD.length());
                    String value = end > start ? word.substring(start, end) : "";
                    if (Hole.isName(value)) {
                        names.add(value);
                    }
                }
            }
        });
        return names;
    }

    private static int allowedDifferences(int words) {
        return Math.max(1, words * 2 / 5);
    }
}
