/** The lines of a lake, read where they lie. */
@NullMarked
package scenariorca.lake;

import org.jspecify.annotations.NullMarked;
