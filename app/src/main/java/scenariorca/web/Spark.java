package scenariorca.web;

import java.util.ArrayList;
import java.util.List;
import scenariorca.report.RecentRuns;

/** The newest runs of a scenario in the space of a word: short strokes succeeded, long ones did not. */
record Spark(List<Stroke> strokes, int width) {
    static final int HEIGHT = 18;
    private static final int STEP = 6;
    private static final int MOST = 20;

    record Stroke(String link, String title, String outcome, int x, int y, int height) {}

    static Spark of(List<RecentRuns.Run> runs) {
        List<Stroke> strokes = new ArrayList<>();
        int x = (MOST - Math.min(MOST, runs.size())) * STEP;
        for (RecentRuns.Run run : runs) {
            int height = run.outcome().equals("failed") || run.outcome().equals("timeout") ? HEIGHT : HEIGHT / 3;
            strokes.add(new Stroke(
                    Links.run(run.runId()),
                    Show.words(run.outcome()) + ", " + Show.time(run.startedAt()) + " UTC",
                    run.outcome(),
                    x,
                    HEIGHT - height,
                    height));
            x += STEP;
        }
        return new Spark(strokes, MOST * STEP);
    }
}
