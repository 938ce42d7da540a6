package scenariorca.simulator.engine;

import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * What a run computes.
 *
 * @param inputs one per node, by index
 * @param events market events; empty means only the branch without events is computed
 * @param pace factor of each node's time; 1 is typical
 */
public record StandardJob(
        EngineGraph graph, List<Input> inputs, List<MarketEvent> events, Conditions conditions, DoubleSupplier pace) {

    public static final String WITH_EVENTS = "with events";
    public static final String WITHOUT_EVENTS = "without events";

    /** A job at the typical pace. */
    public StandardJob(EngineGraph graph, List<Input> inputs, List<MarketEvent> events, Conditions conditions) {
        this(graph, inputs, events, conditions, () -> 1);
    }
}
