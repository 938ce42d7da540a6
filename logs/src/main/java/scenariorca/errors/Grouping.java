package scenariorca.errors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which texts of one length are examples of one template. A function of the set of texts alone: neither order nor
 * frequency matters, so the same texts give the same templates after any restart.
 */
final class Grouping {
    private static final int MAX_ROUNDS = 4;

    private Grouping() {}

    /** The template of each text; a text that is like no other is its own. All texts have the same number of words. */
    static Map<Template, Template> templates(Collection<Template> texts) {
        var current = new TreeMap<String, Template>();
        texts.forEach(text -> current.put(text.text(), text));
        var result = new HashMap<Template, Template>();
        texts.forEach(text -> result.put(text, text));
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Map<Template, Template> merged = merge(List.copyOf(current.values()));
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
    private static Map<Template, Template> merge(List<Template> texts) {
        var round = new WordNumbers(texts);
        var seen = new HashSet<String>();
        var wider = new ArrayList<WideTemplate>();
        for (int one = 0; one < texts.size(); one++) {
            for (int other = one + 1; other < texts.size(); other++) {
                round.common(one, other, allowedDifferences(texts.get(one).size()))
                        .filter(found -> seen.add(found.template().text()))
                        .map(round::withMembers)
                        .filter(WideTemplate::isVariable)
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

    private static int allowedDifferences(int words) {
        return Math.max(1, words * 2 / 5);
    }
}
