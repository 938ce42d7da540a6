package scenariorca.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import scenariorca.report.RunRow;

/**
 * How long the runs of a scenario took, one after the other: is it getting slow?
 *
 * @param top the length at the upper edge
 * @param path a line through all points
 * @param points the runs, the oldest first
 */
record DurationLine(String top, String path, List<Point> points) {
    static final int WIDTH = 1_000;
    static final int HEIGHT = 120;
    private static final int BOTTOM = 110;
    private static final int UPPER = 8;
    private static final int FEWEST = 3;

    /** @param look as of an outcome, or slow */
    record Point(String link, String title, String look, double x, double y) {}

    /** @param runs the newest first; those that have not ended are left out. Empty with fewer than three */
    static Optional<DurationLine> of(List<RunRow> runs) {
        List<RunRow> timed = runs.reversed().stream()
                .filter(run -> run.durationSeconds() != null)
                .toList();
        if (timed.size() < FEWEST) {
            return Optional.empty();
        }
        double longest = Math.max(
                1, timed.stream().mapToDouble(DurationLine::seconds).max().orElse(1));
        double step =
                RoundSteps.of(Duration.ofMillis((long) (longest * 1_000)), 4).toMillis() / 1_000.0;
        double top = Math.ceil(longest / step) * step;
        List<Point> points = new ArrayList<>();
        var path = new StringBuilder();
        for (RunRow run : timed) {
            double x = (points.size() + 0.5) * WIDTH / timed.size();
            double y = BOTTOM - seconds(run) * (BOTTOM - UPPER) / top;
            path.append(points.isEmpty() ? "M" : "L")
                    .append(DayChart.at(x))
                    .append(' ')
                    .append(DayChart.at(y));
            String title = "%s UTC: %s after %s%s"
                    .formatted(
                            Show.time(run.startedAt()),
                            Show.words(run.outcome()),
                            Show.seconds(run.durationSeconds()),
                            run.isSlow() ? ", slow" : "");
            points.add(new Point(Links.run(run.runId()), title, run.isSlow() ? "slow" : run.outcome(), x, y));
        }
        return Optional.of(new DurationLine(Show.seconds(BigDecimal.valueOf(top)), path.toString(), points));
    }

    private static double seconds(RunRow run) {
        return Objects.requireNonNull(run.durationSeconds()).doubleValue();
    }
}
