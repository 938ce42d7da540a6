package scenariorca.bench;

/** Counts what was done of one kind, and what came of it. */
final class ChaosTally {
    private final String name;
    private final Latencies healing = new Latencies();
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
        healing.add(healedInNanos);
        healthy += finding.isHealthy() ? 1 : 0;
        lost += finding.lost();
        twice += finding.twice();
        again += finding.again();
    }

    ChaosFigures.Kind figures() {
        return new ChaosFigures.Kind(
                name,
                kills,
                (int) healing.count(),
                healthy,
                lost,
                twice,
                again,
                healing.millis(0.5),
                healing.millis(0.95),
                healing.millis(1));
    }
}
