/** How reliably runs succeed: rates and streaks. Pure. */
@NullMarked
package scenariorca.reliability;

import org.jspecify.annotations.NullMarked;
