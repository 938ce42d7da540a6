package scenariorca.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What was learnt apart and merged is what was learnt together. */
final class PatternStateTest {
    private static final List<String> WHO = List.of("amber", "birch", "cedar", "dune", "ember", "fjord", "grove");

    @Test
    void merging_gives_the_same_whatever_comes_first() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            PatternState one = learn(lines(random));
            PatternState other = learn(lines(random));
            PatternState third = learn(lines(random));

            assertThat(PatternState.merge(one, other)).as("seed %d", seed).isEqualTo(PatternState.merge(other, one));
            assertThat(PatternState.merge(PatternState.merge(one, other), third).signatures())
                    .as("seed %d", seed)
                    .isEqualTo(PatternState.merge(one, PatternState.merge(other, third))
                            .signatures());
            assertThat(PatternState.merge(one, one)).as("seed %d", seed).isEqualTo(one);
        }
    }

    @Test
    void parts_learnt_apart_give_the_patterns_of_all_learnt_together() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            List<String> first = lines(random);
            List<String> second = lines(random);
            var all = new ArrayList<>(second);
            all.addAll(first);

            PatternMiner merged = PatternMiner.resume(PatternState.merge(learn(first), learn(second)));

            assertThat(patterns(merged, all)).as("seed %d", seed).isEqualTo(patterns(new PatternMiner(), all));
        }
    }

    private static PatternState learn(List<String> lines) {
        var miner = new PatternMiner();
        lines.forEach(miner::learn);
        return miner.state();
    }

    private static Map<String, String> patterns(PatternMiner miner, List<String> lines) {
        lines.forEach(miner::learn);
        var patterns = new HashMap<String, String>();
        lines.forEach(
                line -> patterns.put(line, miner.pattern(miner.learn(line)).text()));
        return patterns;
    }

    private static List<String> lines(Random random) {
        var lines = new ArrayList<String>();
        for (int line = 0; line < 40; line++) {
            String who = WHO.get(random.nextInt(WHO.size()));
            lines.add(
                    switch (random.nextInt(3)) {
                        case 0 -> "job of " + who + " took " + random.nextInt(900) + " ms";
                        case 1 -> "moved " + random.nextInt(1, 3) + (random.nextBoolean() ? " file" : " files");
                        default -> who + " is not known here";
                    });
        }
        return lines;
    }
}
