/** Who may ask, and what each sees: keys and roles, kept in the warehouse. */
@NullMarked
package scenariorca.access;

import org.jspecify.annotations.NullMarked;
