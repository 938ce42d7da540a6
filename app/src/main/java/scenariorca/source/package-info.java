/** The forecasting platform's database, read-only: one snapshot per load, one connection, no lock, no DDL. */
@NullMarked
package scenariorca.source;

import org.jspecify.annotations.NullMarked;
