/** Tells people of problems where they already look: which messages a channel needs, and how each kind of channel takes them. */
@NullMarked
package scenariorca.alerts;

import org.jspecify.annotations.NullMarked;
