/** The command line: one class per command, and the only place that prints. */
@NullMarked
package scenariorca.cli;

import org.jspecify.annotations.NullMarked;
