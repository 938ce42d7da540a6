/** A verdict to take along: a zip with all it was made of, from which it can be made again without a warehouse. */
@NullMarked
package scenariorca.bundle;

import org.jspecify.annotations.NullMarked;
