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
import java.util.stream.Collectors;

/**
 * Which texts of one length are examples of one template. A function of the set of texts alone: neither order nor
 * frequency matters, so the same texts give the same templates after any restart.
 */
final class Grouping {
    private static final int MAX_ROUNDS = 12;
    /** So many words in common, and two choices are the same kind of name. */
    static final int MIN_CHOICES = 3;

    private Grouping() {}

    /**
     * The template of each text; a text that is like no other is its own.
     *
     * @param texts all with the same number of words
     * @param known words that stand in variable parts of other templates: where one stands, there is a variable part
     */
    static Map<Template, Template> templates(Collection<Template> texts, Set<String> known, HoleWeights weights) {
        var current = new TreeMap<String, Template>();
        texts.forEach(text -> current.put(text.text(), text));
        var result = new HashMap<Template, Template>();
        texts.forEach(text -> result.put(text, text));
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Map<Template, Template> merged = merge(List.copyOf(current.values()), known, weights);
            if (merged.isEmpty()) {
                break;
            }
            result.replaceAll((text, template) -> merged.getOrDefault(template, template));
            current.clear();
            result.values().forEach(template -> current.put(template.text(), template));
        }
        adopt(result);
        return result;
    }

    /**
     * A text that differs in too many places from each other one may still be an example of what those became, or have short
     * numbered words where another one has values.
     */
    private static void adopt(Map<Template, Template> result) {
        List<Template> found = result.values().stream()
                .distinct()
                .filter(template -> template.constants() < template.size())
                .sorted(Comparator.comparingLong(Template::constants).reversed().thenComparing(Template::text))
                .toList();
        var merged = new HashSet<Template>();
        result.forEach((text, template) -> {
            if (!text.equals(template)) {
                merged.add(template);
            }
        });
        var adopted = new HashMap<Template, Template>();
        result.keySet().stream()
                .filter(text -> text.equals(result.get(text)))
                .forEach(text -> found.stream()
                        .filter(wide -> wide.holds(text) && (merged.contains(wide) || wide.isNumbered(text)))
                        .filter(wide -> !wide.equals(text))
                        .findFirst()
                        .ifPresent(wide -> adopted.put(text, wide)));
        result.replaceAll((text, template) -> last(template, adopted));
    }

    private static Template last(Template template, Map<Template, Template> adopted) {
        Template last = template;
        for (Template wider = last; wider != null; wider = adopted.get(wider)) {
            last = wider;
        }
        return last;
    }

    /** One round: the wider template of each text that has one. */
    private static Map<Template, Template> merge(List<Template> texts, Set<String> known, HoleWeights weights) {
        List<WideTemplate> wider = new ArrayList<>(wider(texts, known));
        wider.removeIf(wide -> !wide.isVariable(known, weights));
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

    /** Every template that two of the texts fit into, with all that do, whether its holes have seen enough or not. */
    private static List<WideTemplate> wider(List<Template> texts, Set<String> known) {
        var round = new WordNumbers(texts, known);
        var seen = new HashSet<String>();
        var wider = new ArrayList<WideTemplate>();
        for (int one = 0; one < texts.size(); one++) {
            for (int other = one + 1; other < texts.size(); other++) {
                round.common(one, other, allowedDifferences(texts.get(one).size()))
                        .filter(found -> seen.add(found.template().text()))
                        .map(round::withMembers)
                        .ifPresent(wider::add);
            }
        }
        return wider;
    }

    /**
     * The words that may take each other's place in one position of a text, at least {@link #MIN_CHOICES}, by the text around
     * it. One such set is a choice of words; the same words in several places are names.
     */
    static Map<String, Set<String>> choices(Collection<Template> texts) {
        var choices = new TreeMap<String, Set<String>>();
        for (WideTemplate wide : wider(List.copyOf(texts), Set.of())) {
            if (wide.holes().size() == 1 && !wide.holes().containsKey(0)) {
                choices.put(wide.template().text(), choice(wide));
            }
        }
        choices.values().removeIf(choice -> choice.size() < MIN_CHOICES);
        return choices;
    }

    private static Set<String> choice(WideTemplate wide) {
        Map.Entry<Integer, Hole> only = wide.holes().entrySet().iterator().next();
        return wide.members().stream()
                .map(member -> only.getValue().value(member.words().get(only.getKey())))
                .filter(Hole::isName)
                .collect(Collectors.toSet());
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
