package scenariorca.simulator;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.engine.Input;

/**
 * An input change that makes runs fail: the truth the diagnosis must find.
 *
 * @param node index of the node
 * @param path JSON pointer into its input
 * @param before the input as it was before
 * @param after the input as it was typed
 * @param versionId the version in which it was typed
 */
record Mistake(
        MistakeKind kind, int node, String path, Input before, Input after, UUID versionId, String user, Instant at) {

    /** An input of this node with the mistake put back, whatever else was changed since. */
    Input putBack(Input input) {
        return before.has(path) ? input.with(path, before.at(path)) : input.without(path);
    }

    /** An input of this node with the mistake made. */
    Input make(Input input) {
        return after.has(path) ? input.with(path, after.at(path)) : input.without(path);
    }

    @Nullable
    Object valueBefore() {
        return before.at(path);
    }

    @Nullable
    Object valueAfter() {
        return after.at(path);
    }

    /** The same mistake in a copy of the scenario. */
    Mistake copied(UUID version, String copier, Instant copiedAt) {
        return new Mistake(kind, node, path, before, after, version, copier, copiedAt);
    }
}
