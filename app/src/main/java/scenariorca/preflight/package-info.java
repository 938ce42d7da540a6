/** Before a run: how likely it is to fail, and why. Pure. */
@NullMarked
package scenariorca.preflight;

import org.jspecify.annotations.NullMarked;
