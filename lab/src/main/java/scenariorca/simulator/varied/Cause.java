package scenariorca.simulator.varied;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.varied.engine.Engine;
import scenariorca.simulator.varied.engine.FailureKind;
import scenariorca.simulator.varied.engine.Network;
import scenariorca.simulator.varied.engine.Surroundings;

/**
 * Why a run fails, as the engine confirms.
 *
 * @param truthClass input, model, upstream, platform or fluke
 * @param kind Example: unit
 */
record Cause(String truthClass, String kind) {
    /** The one thing without which a failing run would succeed; null when it is not one alone. */
    static @Nullable Cause of(Plan plan, Surroundings world) {
        TradeModel.Revision now = plan.model.revision();
        Network sound = plan.model.sound().network();
        List<Input> inputs = plan.inputs();
        List<Cause> causes = new ArrayList<>();
        if (plan.isBroken() && heals(plan, now.network(), plan.healed(), world)) {
            causes.add(new Cause("input", kind(plan)));
        }
        if (now.fault() != null && heals(plan, sound, inputs, world)) {
            causes.add(new Cause("model", now.fault()));
        }
        Surroundings.Hit hit = world.fault();
        if (hit != null && heals(plan, now.network(), inputs, new Surroundings(null, world.feeds()))) {
            boolean isFluke = hit.kind() == FailureKind.TRANSIENT;
            causes.add(new Cause(isFluke ? "fluke" : "platform", hit.kind().word()));
        }
        for (String feed : world.feeds().keySet()) {
            Surroundings without = new Surroundings(hit, Map.of());
            if (world.feeds().size() == 1 && heals(plan, now.network(), inputs, without)) {
                causes.add(new Cause(
                        "upstream", world.feeds().get(feed).kind().name().toLowerCase(Locale.ROOT)));
            }
        }
        return causes.size() == 1 ? causes.getFirst() : null;
    }

    private static boolean heals(Plan plan, Network network, List<Input> inputs, Surroundings world) {
        return Engine.run(plan.model.job(network, inputs, world, 1.7)).isSuccess();
    }

    private static String kind(Plan plan) {
        String kind = plan.mistakes.getFirst().change().kind();
        return switch (plan.mistakes.size()) {
            case 1 -> kind;
            default -> plan.mistakes.getLast().change().kind().startsWith("wake") ? "sleeping_value" : "pair";
        };
    }
}
