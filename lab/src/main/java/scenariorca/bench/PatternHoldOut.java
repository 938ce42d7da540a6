package scenariorca.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import scenariorca.errors.HoleWeights;
import scenariorca.errors.PatternMiner;

/**
 * How the pattern miner does on sets that its weights were not chosen on: they are chosen on others, from a grid around the
 * product's.
 *
 * @param eachLeftOut each set, with weights chosen on all the others
 * @param otherHalf each set, with weights chosen on the half of all sets that it is not in
 */
public record PatternHoldOut(List<HeldOut> eachLeftOut, List<HeldOut> otherHalf) {
    private static final List<Double> FACTORS = List.of(0.5, 1.0, 2.0);

    public PatternHoldOut {
        eachLeftOut = List.copyOf(eachLeftOut);
        otherHalf = List.copyOf(otherHalf);
    }

    /**
     * One set, held out.
     *
     * @param name name of the set
     * @param weights those that do best on the sets they were chosen on
     * @param score of the miner with these weights on this set
     */
    public record HeldOut(String name, HoleWeights weights, PatternScore score) {}

    /** All labelled sets; empty with fewer than two. The halves are drawn with the seed. */
    public static PatternHoldOut of(List<LabelledLines> all, long seed) {
        List<LabelledLines> sets =
                all.stream().filter(LabelledLines::isLabelled).toList();
        if (sets.size() < 2) {
            return new PatternHoldOut(List.of(), List.of());
        }
        Map<HoleWeights, List<PatternScore>> scores = new LinkedHashMap<>();
        grid().forEach(weights -> scores.put(
                weights, sets.stream().map(set -> score(set, weights)).toList()));
        var order = new ArrayList<>(IntStream.range(0, sets.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        List<Integer> half = order.subList(0, order.size() / 2);
        List<Integer> rest = order.subList(order.size() / 2, order.size());
        var eachLeftOut = new ArrayList<HeldOut>();
        var otherHalf = new ArrayList<HeldOut>();
        for (int held = 0; held < sets.size(); held++) {
            var others = new ArrayList<>(order);
            others.remove(Integer.valueOf(held));
            eachLeftOut.add(judged(sets.get(held).name(), held, others, scores));
            otherHalf.add(judged(sets.get(held).name(), held, half.contains(held) ? rest : half, scores));
        }
        return new PatternHoldOut(eachLeftOut, otherHalf);
    }

    /** The mean of each list: what to expect of a set that nobody has looked at, as far as weights go. */
    public static PatternScore mean(List<HeldOut> heldOut) {
        return PatternScore.mean(heldOut.stream().map(HeldOut::score).toList());
    }

    private static HeldOut judged(
            String name, int held, List<Integer> chosenOn, Map<HoleWeights, List<PatternScore>> scores) {
        HoleWeights best = HoleWeights.STANDARD;
        for (HoleWeights weights : scores.keySet()) {
            boolean isBetter = mean(scores, weights, chosenOn) > mean(scores, best, chosenOn) + 1e-9;
            best = isBetter ? weights : best;
        }
        return new HeldOut(name, best, scores.getOrDefault(best, List.of()).get(held));
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

    /** The mean over some sets, of all four figures. */
    private static double mean(Map<HoleWeights, List<PatternScore>> scores, HoleWeights weights, List<Integer> sets) {
        List<PatternScore> all = scores.getOrDefault(weights, List.of());
        return PatternScore.mean(sets.stream().map(all::get).toList()).middle();
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
