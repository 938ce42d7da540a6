package scenariorca.simulator.varied.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run finds around it.
 *
 * @param fault what hits it; null when nothing does
 * @param feeds what is wrong with data from elsewhere, by feed; a feed not named is well
 */
public record Surroundings(@Nullable Hit fault, Map<String, FeedState> feeds) {
    public static final Surroundings CALM = new Surroundings(null, Map.of());

    public Surroundings {
        feeds = Map.copyOf(feeds);
    }

    /**
     * A fault of the machines that meets a run.
     *
     * @param node index of the node that is computed then
     * @param variant in which branch
     */
    public record Hit(FailureKind kind, int node, int variant) {}

    /**
     * Data that is not as it should be.
     *
     * @param share how much of it is there, 0 to 1
     * @param since Example: 2026-11-18
     */
    public record FeedState(FailureKind kind, double share, String since) {}
}
