package scenariorca.bench;

import java.util.List;

/**
 * What became of loads, alerts and servers that were killed.
 *
 * @param seed with which the moments were chosen
 * @param kinds a row for each thing that was done to them
 * @param skipped what could not be done here, and why
 * @param faults what was wrong afterwards, the first of each kind
 */
public record ChaosFigures(long seed, List<Kind> kinds, List<String> skipped, List<String> faults) {
    public ChaosFigures {
        kinds = List.copyOf(kinds);
        skipped = List.copyOf(skipped);
        faults = List.copyOf(faults);
    }

    /**
     * One thing that was done.
     *
     * @param name Example: load of tables killed
     * @param kills how often it was done, in the middle of work
     * @param checks how often the warehouse was mended and checked afterwards; several kills may come before one check
     * @param healthy checks that found all as if nothing had happened
     * @param lost rows, log events and messages that were missing
     * @param twice those that were there once too often
     * @param again messages that a receiver was handed again under the id by which it knows
     * @param healthyMsP50 time from the last kill until all was right again, in milliseconds; half took no longer
     * @param healthyMsP95 of twenty nineteen took no longer
     * @param healthyMsMax the longest
     */
    public record Kind(
            String name,
            int kills,
            int checks,
            int healthy,
            long lost,
            long twice,
            long again,
            double healthyMsP50,
            double healthyMsP95,
            double healthyMsMax) {}

    public int kills() {
        return kinds.stream().mapToInt(Kind::kills).sum();
    }

    /** Nothing lost, nothing twice, all healthy. */
    public boolean isOnTarget() {
        return faults.isEmpty()
                && kinds.stream()
                        .allMatch(kind -> kind.healthy() == kind.checks() && kind.lost() == 0 && kind.twice() == 0);
    }
}
