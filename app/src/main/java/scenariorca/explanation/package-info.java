/** Reads from the warehouse what a verdict on a run, or a comparison of two, is computed from. */
@NullMarked
package scenariorca.explanation;

import org.jspecify.annotations.NullMarked;
