package scenariorca.bench;

/** Programs to be killed: the next one starts while the one before is at work. */
final class ChaosVictims implements AutoCloseable {
    private final ChaosWorld world;
    private ChaosVictim waiting;

    ChaosVictims(ChaosWorld world) {
        this.world = world;
        this.waiting = world.victim();
    }

    ChaosVictim next() {
        ChaosVictim next = waiting;
        waiting = world.victim();
        return next;
    }

    @Override
    public void close() {
        waiting.close();
    }
}
