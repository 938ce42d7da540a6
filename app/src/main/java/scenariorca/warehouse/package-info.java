/** The warehouse: an embedded or an external PostgreSQL, its migrations, and what is read from it. */
@NullMarked
package scenariorca.warehouse;

import org.jspecify.annotations.NullMarked;
