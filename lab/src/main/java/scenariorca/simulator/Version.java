package scenariorca.simulator;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.Input;

/**
 * A version of a node's input: a row of fc_scenario_node_data.
 *
 * @param node index of the node
 * @param source create_scenario, ui or upload
 * @param isValidated whether validation accepted it
 * @param message what validation found, as JSON; null when nothing
 */
record Version(
        UUID id,
        int node,
        Input input,
        String hash,
        String source,
        Stamp created,
        boolean isValidated,
        @Nullable String message) {

    static final String INITIAL = "create_scenario";

    Version(UUID id, int node, Input input, String source, Stamp created) {
        this(id, node, input, input.hash(), source, created, false, null);
    }

    Version validated(@Nullable String found) {
        return new Version(id, node, input, hash, source, created, found == null, found);
    }
}
