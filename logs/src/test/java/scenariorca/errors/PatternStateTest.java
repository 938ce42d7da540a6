package scenariorca.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
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

    @Test
    void what_is_a_code_does_not_hang_on_the_order_of_lines_or_on_a_restart() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            var lines = new ArrayList<String>();
            for (int count = 0; count < 60; count++) {
                String who = WHO.get(random.nextInt(WHO.size()));
                lines.add("XR-" + (4_261 + random.nextInt(3)) + " transfer of " + who + " rejected");
                lines.add("ORD-" + (10_000 + random.nextInt(9_000)) + " shipped to " + who);
                lines.add("PLC-" + (1_001 + random.nextInt(3))
                        + List.of(" started", " is too hot at the rear end", " left the line")
                                .get(random.nextInt(3)));
            }
            Collections.shuffle(lines, random);
            Map<String, String> known = patterns(new PatternMiner(), lines);
            Collections.shuffle(lines, random);
            PatternMiner resumed = PatternMiner.resume(learn(lines.subList(0, 90)));

            assertThat(patterns(resumed, lines)).as("seed %d", seed).isEqualTo(known);
            assertThat(known.values().stream().distinct())
                    .as("seed %d", seed)
                    .contains("XR-4261 transfer of <*> rejected", "XR-4262 transfer of <*> rejected", "PLC-<*> started")
                    .allMatch(pattern -> !pattern.startsWith("ORD-") || pattern.startsWith("ORD-<*> shipped"));
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
