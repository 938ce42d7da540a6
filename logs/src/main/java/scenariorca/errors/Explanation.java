package scenariorca.errors;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a line has its pattern.
 *
 * @param pattern the pattern
 * @param values what was taken out of the line as variable, in order
 * @param signature the line without those values
 * @param rule how the pattern follows from the signature: {@code own}, {@code list}, {@code similar}, {@code by_hand} or {@code unlearnt}
 * @param similarity share of the pattern's words that say something and are the same in every example, 0–1
 * @param variables positions of words that vary between the signatures grouped here, from 0
 * @param alike other signatures with this pattern, at most 10
 */
public record Explanation(
        MinedPattern pattern,
        List<String> values,
        String signature,
        String rule,
        double similarity,
        List<Integer> variables,
        List<String> alike) {
    static final int MAX_ALIKE = 10;

    public Explanation {
        values = List.copyOf(values);
        variables = List.copyOf(variables);
        alike = List.copyOf(alike);
    }

    static Explanation of(
            MinedPattern pattern, List<String> values, String signature, Template template, List<String> alike) {
        List<String> words = Template.of(signature).words();
        var variables = new ArrayList<Integer>();
        long same = 0;
        for (int at = 0; at < template.size() && template.size() == words.size(); at++) {
            if (!template.words().get(at).equals(words.get(at))) {
                variables.add(template.position(at));
            } else {
                same++;
            }
        }
        double similarity = template.size() == words.size() ? (double) same / Math.max(1, words.size()) : 0;
        String rule = rule(pattern, signature, template, variables);
        return new Explanation(pattern, values, signature, rule, similarity, variables, alike);
    }

    private static String rule(MinedPattern pattern, String signature, Template template, List<Integer> variables) {
        if (signature.equals(PatternMiner.UNLEARNT)) {
            return "unlearnt";
        }
        if (!pattern.text().equals(template.text())) {
            return "by_hand";
        }
        if (template.text().equals(signature)) {
            return "own";
        }
        return variables.isEmpty() ? "list" : "similar";
    }
}
