/** Audit trail and root-cause analysis for forecast runs. */
@NullMarked
package scenariorca;

import org.jspecify.annotations.NullMarked;
