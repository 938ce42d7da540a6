package scenariorca.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** What is measured of the process itself. */
final class ProcessMetrics {
    private ProcessMetrics() {}

    static void register(MeterRegistry registry) {
        Gauge.builder("rca_process_heap_bytes", ProcessMetrics::keptBytes)
                .description("Heap in use right after the last collection: what the program really keeps")
                .register(registry);
        Gauge.builder("rca_process_heap_max_bytes", () -> Runtime.getRuntime().maxMemory())
                .description("Most heap the process may take")
                .register(registry);
        Gauge.builder("rca_process_uptime_seconds", () -> uptimeMillis() / 1e3)
                .description("Time since the process started")
                .register(registry);
    }

    private static long uptimeMillis() {
        return ManagementFactory.getRuntimeMXBean().getUptime();
    }

    private static double keptBytes() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getCollectionUsage();
            if (pool.getType() == MemoryType.HEAP && usage != null) {
                bytes += usage.getUsed();
            }
        }
        return bytes;
    }
}
