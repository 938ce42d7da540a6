/** The forecast engine: walks a model's node graph, computes every node from its JSON input, and truly fails. */
@NullMarked
package scenariorca.simulator.engine;

import org.jspecify.annotations.NullMarked;
