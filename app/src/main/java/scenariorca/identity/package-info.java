/** People and programs as an OpenID Connect provider knows them. */
@NullMarked
package scenariorca.identity;

import org.jspecify.annotations.NullMarked;
