package scenariorca.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What one measurement found.
 *
 * @param perSecond how many were done in a second
 * @param p50Ms half of them took no longer, in milliseconds
 * @param p99Ms 99 of 100 took no longer, in milliseconds
 * @param cpuMicros processor time of this process for each, in microseconds: over HTTP that is server and client together,
 *     for bare SQL the client alone. Hardly depends on what else the machine does
 */
public record Measured(double perSecond, double p50Ms, double p99Ms, double cpuMicros) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** When a measurement began. */
    record Start(long nanos, long cpuNanos) {
        static Start now() {
            return new Start(System.nanoTime(), SYSTEM.getProcessCpuTime());
        }

        Measured end(Latencies latencies) {
            long count = Math.max(1, latencies.count());
            return new Measured(
                    Math.round(latencies.count() * 1e10 / (System.nanoTime() - nanos)) / 10.0,
                    latencies.millis(0.5),
                    latencies.millis(0.99),
                    Math.round((SYSTEM.getProcessCpuTime() - cpuNanos) / 100.0 / count) / 10.0);
        }
    }

    /** The faster of the two: what else the machine does can only slow a measurement. */
    Measured orFaster(Measured other) {
        return other.perSecond > perSecond ? other : this;
    }
}
