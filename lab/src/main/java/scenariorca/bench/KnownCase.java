package scenariorca.bench;

import scenariorca.diagnosis.evidence.RunEvidence;

/**
 * A failed run whose cause is known, with all that was known of it when it was explained.
 *
 * @param truth what made it fail
 * @param evidence what the warehouse knew
 * @param evidenceNanos time it took to gather that
 */
record KnownCase(CaseTruth truth, RunEvidence evidence, long evidenceNanos) {}
