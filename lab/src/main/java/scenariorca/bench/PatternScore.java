package scenariorca.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well templates were found, against the true ones. All from 0 to 1, strict: template texts must be equal.
 *
 * @param ga grouping accuracy: share of lines whose group is exactly a true group
 * @param pa parsing accuracy: share of lines whose template is the true one
 * @param fga F1 over groups
 * @param fta F1 over templates
 */
public record PatternScore(double ga, double pa, double fga, double fta) {

    /** The score of a prediction: one template per line, in the order of the truth. */
    static PatternScore of(List<String> truth, List<String> found) {
        var trueSize = new HashMap<String, Integer>();
        var foundSize = new HashMap<String, Integer>();
        var trueOf = new HashMap<String, Set<String>>();
        var together = new HashMap<List<String>, Integer>();
        int equal = 0;
        for (int line = 0; line < truth.size(); line++) {
            String expected = truth.get(line);
            String actual = found.get(line);
            trueSize.merge(expected, 1, Integer::sum);
            foundSize.merge(actual, 1, Integer::sum);
            together.merge(List.of(expected, actual), 1, Integer::sum);
            trueOf.computeIfAbsent(actual, none -> new HashSet<>()).add(expected);
            equal += expected.equals(actual) ? 1 : 0;
        }
        int groups = 0;
        int lines = 0;
        for (Map.Entry<List<String>, Integer> pair : together.entrySet()) {
            int size = pair.getValue();
            boolean isExact = trueSize.getOrDefault(pair.getKey().getFirst(), 0) == size
                    && foundSize.getOrDefault(pair.getKey().getLast(), 0) == size;
            groups += isExact ? 1 : 0;
            lines += isExact ? size : 0;
        }
        long templates = trueOf.entrySet().stream()
                .filter(entry -> entry.getValue().equals(Set.of(entry.getKey())))
                .count();
        double all = Math.max(1, truth.size());
        return new PatternScore(
                lines / all,
                equal / all,
                f1((double) groups / foundSize.size(), (double) groups / trueSize.size()),
                f1((double) templates / foundSize.size(), (double) templates / trueSize.size()));
    }

    /** The unweighted mean of several scores. */
    public static PatternScore mean(List<PatternScore> scores) {
        return new PatternScore(
                scores.stream().mapToDouble(PatternScore::ga).average().orElse(0),
                scores.stream().mapToDouble(PatternScore::pa).average().orElse(0),
                scores.stream().mapToDouble(PatternScore::fga).average().orElse(0),
                scores.stream().mapToDouble(PatternScore::fta).average().orElse(0));
    }

    /** The mean of the four figures. */
    public double middle() {
        return (ga + pa + fga + fta) / 4;
    }

    private static double f1(double precision, double recall) {
        return precision + recall == 0 || Double.isNaN(precision + recall)
                ? 0
                : 2 * precision * recall / (precision + recall);
    }
}
