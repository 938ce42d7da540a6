package scenariorca.report;

import java.util.List;
import scenariorca.diagnosis.Fix;

/**
 * What made an error pattern go away before.
 *
 * @param fingerprint the pattern. Example: f00000000001
 * @param recoveries failed runs with the pattern whose scenario succeeded with its next run
 * @param fixes inputs changed between the two runs, the most frequent first
 */
public record PatternFixes(String fingerprint, int recoveries, List<Fix> fixes) {
    public PatternFixes {
        fixes = List.copyOf(fixes);
    }
}
