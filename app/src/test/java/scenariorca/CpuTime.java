package scenariorca;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Time this thread has computed: what a test may bound on a machine that others use too. */
public final class CpuTime {
    private CpuTime() {}

    public static Duration of(Runnable work) {
        long started = now();
        work.run();
        return Duration.ofNanos(now() - started);
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
