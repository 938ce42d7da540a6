package scenariorca.lab;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.Stories;

/** Prints a story of the demo: what the user said, and the one command or link that solves it. */
final class DemoStory {
    private DemoStory() {}

    static void print(Stories.Story story, @Nullable String url, PrintWriter out) {
        out.printf("%d. \"%s\" (%s, %s)%n", story.number(), story.told(), story.user(), story.scenarioName());
        if (story.number() != 2) { // the second is no failure: its answer is the list of transitions
            out.println("   ./rca explain " + story.runId());
        }
        if (url != null) {
            out.println("   " + url + path(story));
        }
    }

    private static String path(Stories.Story story) {
        return switch (story.number()) {
            case 2 -> "/scenario/" + story.scenarioId();
            case 3 -> "/reliability";
            default -> "/run/" + story.runId();
        };
    }
}
