package scenariorca.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import scenariorca.errors.HoleWeights;
import scenariorca.errors.PatternMiner;

/**
 * How the pattern miner does on a set that its weights were not chosen on: for each set they are chosen on all the others, from
 * a grid around the product's.
 */
public final class PatternHoldOut {
    private static final List<Double> FACTORS = List.of(0.5, 1.0, 2.0);

    private PatternHoldOut() {}

    /**
     * One set, held out.
     *
     * @param name name of the set
     * @param weights those that do best on the other sets
     * @param score of the miner with these weights on this set
     */
    public record HeldOut(String name, HoleWeights weights, PatternScore score) {}

    /** Each labelled set, held out once; empty with fewer than two. */
    static List<HeldOut> run(List<LabelledLines> all) {
        List<LabelledLines> sets =
                all.stream().filter(LabelledLines::isLabelled).toList();
        if (sets.size() < 2) {
            return List.of();
        }
        Map<HoleWeights, List<PatternScore>> scores = new HashMap<>();
        List<HoleWeights> grid = grid();
        grid.forEach(weights -> scores.put(
                weights, sets.stream().map(set -> score(set, weights)).toList()));
        var result = new ArrayList<HeldOut>();
        for (int held = 0; held < sets.size(); held++) {
            HoleWeights best = grid.getFirst();
            for (HoleWeights weights : grid) {
                boolean isBetter = others(scores, weights, held) > others(scores, best, held) + 1e-9;
                best = isBetter ? weights : best;
            }
            result.add(new HeldOut(
                    sets.get(held).name(),
                    best,
                    scores.getOrDefault(best, List.of()).get(held)));
        }
        return result;
    }

    /** The product's weights first: they stay where nothing is better. */
    private static List<HoleWeights> grid() {
        HoleWeights own = HoleWeights.STANDARD;
        var grid = new ArrayList<>(List.of(own));
        for (double words : FACTORS) {
            for (double names : FACTORS) {
                var weights = new HoleWeights(
                        own.firstWord() * words, own.capitals(), own.plainWord() * words, own.identifier() * names);
                if (!weights.equals(own)) {
                    grid.add(weights);
                }
            }
        }
        return grid;
    }

    /** The mean over all sets but one, of all four figures. */
    private static double others(Map<HoleWeights, List<PatternScore>> scores, HoleWeights weights, int held) {
        var others = new ArrayList<>(scores.getOrDefault(weights, List.of()));
        others.remove(held);
        PatternScore mean = PatternScore.mean(others);
        return (mean.ga() + mean.pa() + mean.fga() + mean.fta()) / 4;
    }

    private static PatternScore score(LabelledLines set, HoleWeights weights) {
        var miner = new PatternMiner(weights);
        List<Integer> numbers =
                set.lines().stream().map(line -> miner.learn(line.content())).toList();
        return PatternScore.of(
                set.lines().stream().map(LabelledLines.Line::template).toList(),
                numbers.stream().map(number -> miner.pattern(number).text()).toList());
    }
}
