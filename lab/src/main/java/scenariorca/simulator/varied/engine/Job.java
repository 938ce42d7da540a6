package scenariorca.simulator.varied.engine;

import java.util.List;
import scenariorca.simulator.engine.Input;

/**
 * A run to be done.
 *
 * @param documented the periods documents cover
 * @param horizonPath where the first node's document says how many periods to forecast
 * @param pace how slow the machine is today; 1 is usual
 */
public record Job(
        Network network,
        List<Input> inputs,
        Horizon documented,
        String horizonPath,
        List<Variant> variants,
        Habits habits,
        Surroundings world,
        double pace) {
    public Job {
        inputs = List.copyOf(inputs);
        variants = List.copyOf(variants);
    }

    /**
     * A branch of every run.
     *
     * @param tag Example: stress
     * @param node whose result is tilted
     * @param tilt by this factor
     */
    public record Variant(String tag, int node, double tilt) {}

    public Job with(List<Input> others) {
        return new Job(network, others, documented, horizonPath, variants, habits, world, pace);
    }

    public Job in(Surroundings other) {
        return new Job(network, inputs, documented, horizonPath, variants, habits, other, pace);
    }
}
