package scenariorca.lab;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.simulator.Simulation;
import scenariorca.simulator.SimulationRequest;
import scenariorca.simulator.SimulationTarget;

/** A simulated platform that goes on in a thread of its own once its past is written. */
final class GoingOn implements AutoCloseable {
    private final AtomicBoolean isStopped = new AtomicBoolean();
    private final Thread thread;

    private GoingOn(SimulationRequest request, SimulationTarget target, double speed, CountDownLatch isFilled) {
        var live = new Simulation.Live(speed, isStopped::get, Clock.systemUTC(), _ -> isFilled.countDown());
        thread = Thread.ofPlatform().daemon().name("demo-platform").start(() -> {
            try {
                Simulation.run(request, target, _ -> {}, live);
            } finally {
                isFilled.countDown();
            }
        });
    }

    /** Returns when the past is written. */
    static GoingOn start(SimulationRequest request, SimulationTarget target, double speed, Consumer<String> progress) {
        var isFilled = new CountDownLatch(1);
        var platform = new GoingOn(request, target, speed, isFilled);
        try {
            isFilled.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RcaException(ErrorCode.PROBLEM, "stopped while the platform was made", e);
        }
        progress.accept("the platform goes on, " + Math.round(speed) + " times faster than life");
        return platform;
    }

    /** Lets the platform finish the moment it is in. */
    @Override
    public void close() {
        isStopped.set(true);
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
