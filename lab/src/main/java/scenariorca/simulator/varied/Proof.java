package scenariorca.simulator.varied;

import java.util.List;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.varied.engine.Engine;
import scenariorca.simulator.varied.engine.Network;
import scenariorca.simulator.varied.engine.Surroundings;

/** Tries changes on the engine before somebody types them, so that what is called innocent is, and what is called guilty is. */
final class Proof {
    /** Paces a machine may have: what passes must pass when it is slow, what fails must fail when it is fast. */
    private static final double SLOW = 1.7;

    private static final double FAST = 0.6;

    private Proof() {}

    static boolean passes(Plan plan, Network network, List<Input> inputs) {
        return Engine.run(plan.model.job(network, inputs, Surroundings.CALM, SLOW))
                .isSuccess();
    }

    static boolean fails(Plan plan, Network network, List<Input> inputs) {
        return !Engine.run(plan.model.job(network, inputs, Surroundings.CALM, FAST))
                .isSuccess();
    }

    /** Whether a change leaves things as they are: what runs well does so still, and what is wrong stays the reason. */
    static boolean isInnocent(Plan plan, TypedChange change) {
        if (plan.mistakes.stream().anyMatch(mistake -> mistake.change().meets(change))
                || plan.asleep.stream().anyMatch(mistake -> mistake.change().meets(change))) {
            return false;
        }
        Network network = plan.model.sound().network();
        if (change.node() >= network.nodes().size() || !passes(plan, network, change.applied(plan.healed()))) {
            return false;
        }
        return !plan.isBroken() || holds(plan, network, change.applied(plan.inputs()));
    }

    /** Whether the mistakes in these inputs are guilty, and none of them superfluous. */
    private static boolean holds(Plan plan, Network network, List<Input> inputs) {
        if (!fails(plan, network, inputs)) {
            return false;
        }
        return plan.mistakes.size() < 2
                || plan.mistakes.stream().allMatch(mistake -> passes(plan, network, mistake.takenBack(inputs)));
    }

    /** Whether changes fail in the documents as they are and as they last ran well, and each of several alone passes. */
    static boolean isGuilty(Plan plan, List<TypedChange> changes) {
        Network network = plan.model.sound().network();
        Plan.Good good = plan.good;
        if (good == null || plan.isBroken() || !changes.stream().allMatch(change -> change.fits(good.inputs()))) {
            return false;
        }
        if (!fails(plan, network, applied(plan.inputs(), changes))
                || !fails(plan, network, applied(good.inputs(), changes))
                || !passes(plan, network, plan.inputs())) {
            return false;
        }
        return changes.size() == 1
                || changes.stream()
                        .allMatch(change -> passes(plan, network, change.applied(plan.inputs()))
                                && passes(plan, network, change.applied(good.inputs())));
    }

    static List<Input> applied(List<Input> inputs, List<TypedChange> changes) {
        List<Input> after = inputs;
        for (TypedChange change : changes) {
            after = change.applied(after);
        }
        return after;
    }
}
