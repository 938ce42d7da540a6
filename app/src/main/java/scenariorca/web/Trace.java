package scenariorca.web;

import java.util.List;
import scenariorca.report.PatternHistory;

/**
 * How often something was seen, in the space of a word.
 *
 * @param path the line; empty for nothing
 * @param title the same in words
 */
record Trace(String path, String title) {
    static final int WIDTH = 120;
    static final int HEIGHT = 18;

    /** @param isNew whether it was first seen a short time ago */
    static Trace of(List<PatternHistory.Day> days, boolean isNew) {
        long top = days.stream().mapToLong(PatternHistory.Day::runCount).max().orElse(0);
        if (top == 0) {
            return new Trace("", "not seen");
        }
        var path = new StringBuilder();
        double step = days.size() < 2 ? 0 : (double) WIDTH / (days.size() - 1);
        for (int index = 0; index < days.size(); index++) {
            double y = HEIGHT - 1 - (double) days.get(index).runCount() * (HEIGHT - 2) / top;
            path.append(index == 0 ? "M" : "L")
                    .append(DayChart.at(step * index))
                    .append(' ')
                    .append(DayChart.at(y));
        }
        long half = days.size() / 2;
        long earlier = days.stream()
                .limit(half)
                .mapToLong(PatternHistory.Day::runCount)
                .sum();
        long later =
                days.stream().skip(half).mapToLong(PatternHistory.Day::runCount).sum();
        String word = isNew ? "new" : later > earlier ? "rising" : later < earlier ? "falling" : "steady";
        return new Trace(path.toString(), word);
    }
}
