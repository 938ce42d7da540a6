package scenariorca.cloudwatch;

import java.time.Duration;

/** Lets calls through one by one, evenly spaced: the service counts them for the whole account, whoever makes them. */
final class RateGate {
    /** Waits. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /** Tells the time in nanoseconds, from any beginning. */
    @FunctionalInterface
    interface Ticks {
        long nanos();
    }

    private final long spacing;
    private final Ticks ticks;
    private final Sleeper sleeper;
    private boolean hasBegun;
    private long nextFree;

    RateGate(int perSecond, Ticks ticks, Sleeper sleeper) {
        this.spacing = Duration.ofSeconds(1).toNanos() / perSecond;
        this.ticks = ticks;
        this.sleeper = sleeper;
    }

    static RateGate perSecond(int calls) {
        return new RateGate(calls, System::nanoTime, Thread::sleep);
    }

    /** Returns when the caller may call. */
    void pass() throws InterruptedException {
        long wait = reserve();
        if (wait > 0) {
            sleeper.sleep(Duration.ofNanos(wait));
        }
    }

    private synchronized long reserve() {
        long now = ticks.nanos();
        if (!hasBegun || nextFree - now < 0) {
            hasBegun = true;
            nextFree = now;
        }
        long wait = nextFree - now;
        nextFree += spacing;
        return wait;
    }
}
