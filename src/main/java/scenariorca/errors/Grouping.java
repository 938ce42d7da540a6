package scenariorca.errors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which texts of one length are examples of one template. A function of the set of texts alone: neither order nor
 * frequency matters, so the same texts give the same templates after any restart.
 */
final class Grouping {
    private static final int MAX_ROUNDS = 4;
    /** A first word is what a short sentence is about: it needs this many words that stay the same. */
    private static final int MIN_CONSTANT_AFTER_SUBJECT = 3;

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
        var seen = new HashSet<String>();
        var wider = new ArrayList<Wide>();
        for (int one = 0; one < texts.size(); one++) {
            for (int other = one + 1; other < texts.size(); other++) {
                candidate(texts.get(one), texts.get(other))
                        .filter(found -> seen.add(found.template().text()))
                        .map(found -> found.over(texts))
                        .filter(Wide::isVariable)
                        .ifPresent(wider::add);
            }
        }
        wider.sort(Comparator.comparingInt((Wide wide) -> wide.members().size())
                .reversed()
                .thenComparing(wide -> wide.holes().size())
                .thenComparing(wide -> wide.template().text()));
        var merged = new HashMap<Template, Template>();
        for (Wide wide : wider) {
            wide.members().forEach(member -> merged.putIfAbsent(member, wide.template()));
        }
        return merged;
    }

    /** The template both texts fit into, when they are similar enough for their length. */
    private static Optional<Wide> candidate(Template one, Template other) {
        int allowed = allowedDifferences(one.size());
        var holes = new TreeMap<Integer, Hole>();
        var words = new ArrayList<String>(one.words());
        int constant = 0;
        for (int at = 0; at < one.size(); at++) {
            String word = one.words().get(at);
            String opposite = other.words().get(at);
            if (word.equals(opposite)) {
                constant += Template.speaks(word) ? 1 : 0;
                continue;
            }
            Optional<Hole> hole = Hole.between(word, opposite);
            if (hole.isEmpty() || holes.size() == allowed) {
                return Optional.empty();
            }
            holes.put(at, hole.get());
            words.set(at, hole.get().word());
        }
        int needed = holes.containsKey(0) ? MIN_CONSTANT_AFTER_SUBJECT : 1;
        boolean isSimilar = constant >= Math.max(needed, holes.size());
        return isSimilar ? Optional.of(new Wide(new Template(words), holes, List.of())) : Optional.empty();
    }

    private static int allowedDifferences(int words) {
        return Math.max(1, words * 2 / 5);
    }

    /** A template with holes, and the texts that fit into it. */
    record Wide(Template template, Map<Integer, Hole> holes, List<Template> members) {
        Wide over(List<Template> texts) {
            return new Wide(template, holes, texts.stream().filter(this::holds).toList());
        }

        private boolean holds(Template text) {
            for (int at = 0; at < text.size(); at++) {
                String word = text.words().get(at);
                Hole hole = holes.get(at);
                if (hole == null ? !word.equals(template.words().get(at)) : !hole.fits(word)) {
                    return false;
                }
            }
            return true;
        }

        boolean isVariable() {
            return holes.entrySet().stream().allMatch(hole -> weight(hole.getKey(), hole.getValue()) > 1.0);
        }

        private double weight(int position, Hole hole) {
            String before = position == 0 ? "" : template.words().get(position - 1);
            Set<String> values = new TreeSet<>();
            members.forEach(member -> values.add(member.words().get(position)));
            return values.stream()
                    .mapToDouble(word -> hole.weight(word, before))
                    .sum();
        }
    }
}
