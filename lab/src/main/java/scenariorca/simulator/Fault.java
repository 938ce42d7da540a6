package scenariorca.simulator;

import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.engine.Conditions;
import scenariorca.simulator.engine.EngineGraph;

/**
 * Something wrong with the platform for a while.
 *
 * @param kind the word in the truth file. Example: out_of_memory
 * @param truthClass platform, model or upstream
 * @param from when it begins
 * @param until when it is mended
 * @param isLasting whether users go on working with it, as with a release nobody takes back
 * @param modelId the one model it is about; null for all
 * @param effect what it does to the platform
 * @param edge an edge that a new model version has too much; null otherwise
 */
record Fault(
        String kind,
        String truthClass,
        Instant from,
        Instant until,
        boolean isLasting,
        @Nullable UUID modelId,
        UnaryOperator<Conditions> effect,
        EngineGraph.@Nullable Edge edge) {

    static Fault ofPlatform(String kind, Instant from, Instant until, UnaryOperator<Conditions> effect) {
        return new Fault(kind, "platform", from, until, false, null, effect, null);
    }

    Fault lasting() {
        return new Fault(kind, truthClass, from, until, true, modelId, effect, edge);
    }

    Fault of(UUID model) {
        return new Fault(kind, truthClass, from, until, isLasting, model, effect, edge);
    }

    /** Whether it came with a release of the platform or a publication of a model. */
    boolean isRelease() {
        return edge != null || kind.equals("bad_release");
    }

    boolean concerns(PlatformModel model, Instant time) {
        return !time.isBefore(from) && time.isBefore(until) && (modelId == null || modelId.equals(model.id()));
    }
}
