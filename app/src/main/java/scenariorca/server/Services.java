package scenariorca.server;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.pipeline.LoadStatus;
import scenariorca.platform.ChannelHealth;
import scenariorca.platform.Outage;
import scenariorca.problems.ProblemActions;

/**
 * What the program does beside answering.
 *
 * @param loads its loads, for health and metrics; null when it does not load
 * @param actions where people act on problems; null when they may only read
 * @param channels how the channels of its alerts are
 */
public record Services(@Nullable LoadStatus loads, @Nullable ProblemActions actions, ChannelHealth channels) {
    static final Services NONE = new Services(null, null);

    /** Without alerts. */
    public Services(@Nullable LoadStatus loads, @Nullable ProblemActions actions) {
        this(loads, actions, new ChannelHealth(List.of()));
    }

    /** What does not work of it. */
    List<Outage> outages() {
        return Stream.concat(loads == null ? Stream.of() : loads.outages().stream(), channels.outages().stream())
                .toList();
    }
}
