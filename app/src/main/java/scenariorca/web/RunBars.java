package scenariorca.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs per day in the space of a word: a bar for each day.
 *
 * @param title the same in words
 */
record RunBars(List<Bar> bars, String title) {
    static final int WIDTH = 84;
    static final int HEIGHT = 18;
    private static final int STEP = 6;

    record Bar(int x, int y, int height) {}

    static RunBars of(List<Integer> runsPerDay) {
        int top = Math.max(
                1, runsPerDay.stream().mapToInt(Integer::intValue).max().orElse(1));
        var bars = new ArrayList<Bar>();
        for (int day = 0; day < runsPerDay.size(); day++) {
            int runs = runsPerDay.get(day);
            int height = runs == 0 ? 1 : Math.max(3, Math.round((float) runs * HEIGHT / top));
            bars.add(new Bar(day * STEP, HEIGHT - height, height));
        }
        return new RunBars(
                bars,
                "Runs per day of the last %s: %s"
                        .formatted(
                                Show.count(runsPerDay.size(), "day"),
                                runsPerDay.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
}
