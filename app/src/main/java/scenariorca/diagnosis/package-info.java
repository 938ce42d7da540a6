/**
 * Why a run failed: first failing node, candidate changes, clearing, evidence terms, ranking, verdict. Pure functions from
 * {@link scenariorca.diagnosis.evidence.RunEvidence} to a verdict, which may say that the cause is unknown.
 */
@NullMarked
package scenariorca.diagnosis;

import org.jspecify.annotations.NullMarked;
