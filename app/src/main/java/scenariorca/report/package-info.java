/** One class per question asked of the warehouse, read only; the same record feeds API, page and command line. */
@NullMarked
package scenariorca.report;

import org.jspecify.annotations.NullMarked;
