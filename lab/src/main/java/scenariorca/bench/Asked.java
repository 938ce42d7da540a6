package scenariorca.bench;

import java.util.Map;
import scenariorca.preflight.Preflight;
import scenariorca.preflight.RiskTerm;

/**
 * A run asked about, as it is judged and learned from.
 *
 * @param platform where
 * @param strengths how strongly each term spoke
 * @param isEdited whether values differed from the last run that worked: the simple rule
 * @param hasFailed what became of it
 * @param truthClass as in {@link AskedRun}
 * @param nanos how long the answer took
 */
public record Asked(
        AskedRun.Platform platform,
        Map<RiskTerm, Double> strengths,
        boolean isEdited,
        boolean hasFailed,
        String truthClass,
        long nanos) {
    public static Asked of(AskedRun run) {
        return new Asked(
                run.platform(),
                Preflight.strengths(run.outlook()),
                !run.outlook().changes().isEmpty(),
                run.hasFailed(),
                run.truthClass(),
                run.nanos());
    }
}
