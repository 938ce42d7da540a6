package scenariorca.errors;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A template with holes, and the texts that fit into it.
 *
 * @param template the words; where there is a hole, with {@code <*>}
 * @param holes by position
 * @param members the texts
 */
record WideTemplate(Template template, Map<Integer, Hole> holes, List<Template> members) {
    /** What the values of a hole must weigh together for it to be a variable part. */
    private static final double ENOUGH = 1.0;

    /**
     * Whether every hole has seen values enough to be a variable part and not a choice of words.
     *
     * @param known what stands in variable parts elsewhere
     */
    boolean isVariable(Set<String> known, HoleWeights weights) {
        return holes.entrySet().stream()
                .allMatch(hole -> weight(hole.getKey(), hole.getValue(), known, weights) > ENOUGH);
    }

    private double weight(int position, Hole hole, Set<String> known, HoleWeights weights) {
        String before = position == 0 ? "" : template.words().get(position - 1);
        var values = new TreeSet<String>();
        members.forEach(member -> values.add(member.words().get(position)));
        return values.stream()
                .mapToDouble(word -> position == 0 && LeadingCodes.isCode(hole.value(word))
                        ? weights.firstWord()
                        : hole.weight(word, before, known, weights))
                .sum();
    }
}
