package scenariorca.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When an error pattern was seen, and in which runs: those that failed with it; of one that no run failed with, those that
 * logged it.
 *
 * @param fingerprint the pattern. Example: f00000000001
 * @param days every UTC day of the window, oldest first
 * @param runs the newest runs that carry it, at most 50
 */
public record PatternHistory(String fingerprint, List<Day> days, List<Run> runs)
        implements Tabular<PatternHistory.Day> {
    public PatternHistory {
        days = List.copyOf(days);
        runs = List.copyOf(runs);
    }

    @Override
    public List<Day> rows() {
        return days;
    }

    @Override
    public @Nullable String nextCursor() {
        return null;
    }

    /**
     * One day.
     *
     * @param date the day
     * @param runCount runs that carry the pattern. Example: 4
     * @param scenarioCount their scenarios. Example: 2
     */
    public record Day(LocalDate date, long runCount, long scenarioCount) {}

    /** A run that carries the pattern; runBy is null when unknown. */
    public record Run(
            UUID runId,
            UUID scenarioId,
            @Nullable String scenarioName,
            @Nullable String runBy,
            String outcome,
            Instant startedAt) {}
}
