/** Where the simulated platform's rows, log events and truths go. */
@NullMarked
package scenariorca.simulator.output;

import org.jspecify.annotations.NullMarked;
