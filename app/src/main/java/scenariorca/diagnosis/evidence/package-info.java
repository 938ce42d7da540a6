/**
 * What a verdict is computed from: facts and counts of the warehouse about one run, each with how it is read. The same
 * evidence gives the same verdict.
 */
@NullMarked
package scenariorca.diagnosis.evidence;

import org.jspecify.annotations.NullMarked;
