package scenariorca.bench;

import java.util.ArrayList;
import java.util.List;

/** Counts what was done of one kind, and what came of it. */
final class ChaosTally {
    private static final double NANOS_OF_MS = 1e6;

    private final String name;
    private final List<Long> nanos = new ArrayList<>();
    private int kills;
    private int healthy;
    private long lost;
    private long twice;
    private long again;

    ChaosTally(String name) {
        this.name = name;
    }

    void killed() {
        kills++;
    }

    void checked(ChaosWorld.Finding finding, long healedInNanos) {
        nanos.add(healedInNanos);
        healthy += finding.isHealthy() ? 1 : 0;
        lost += finding.lost();
        twice += finding.twice();
        again += finding.again();
    }

    ChaosFigures.Kind figures() {
        return new ChaosFigures.Kind(
                name,
                kills,
                nanos.size(),
                healthy,
                lost,
                twice,
                again,
                percentile(0.5),
                percentile(0.95),
                percentile(1));
    }

    private double percentile(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1] / NANOS_OF_MS;
    }
}
