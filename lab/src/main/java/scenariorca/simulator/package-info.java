/** A simulated forecasting platform: models, users, faults, database rows, log events and the truth about each failure. */
@NullMarked
package scenariorca.simulator;

import org.jspecify.annotations.NullMarked;
