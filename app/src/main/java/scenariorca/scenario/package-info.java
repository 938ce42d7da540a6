/** The words: ids, outcomes and the node graph. Records and enums, no input or output. */
@NullMarked
package scenariorca.scenario;

import org.jspecify.annotations.NullMarked;
