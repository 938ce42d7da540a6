package scenariorca.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import scenariorca.report.ReportSession;
import scenariorca.report.Reports;
import scenariorca.server.RcaServer;
import scenariorca.server.ServerSettings;
import scenariorca.warehouse.WarehouseReader;

/**
 * Two hundred clients at once, each asking every endpoint about everything in turn, beginning elsewhere: does every request
 * get its answer, does the slowest wait much longer than the others, does memory stay bounded? The clients are in this
 * process, too.
 */
public final class CrowdBenchmark {
    private static final int CLIENTS = 200;
    private static final long CACHE_BYTES = 64L << 20;
    private static final long SEED = 42;

    private final WarehouseReader reader;

    public CrowdBenchmark(WarehouseReader reader) {
        this.reader = reader;
    }

    /**
     * What was found.
     *
     * @param clients at once. Example: 200
     * @param answered all of them; any other status than 200 ends the measurement
     * @param tail the slowest hundredth by the median, in time
     * @param heapBeforeMb used memory before, in megabytes, garbage collected
     * @param heapAfterMb used memory after
     */
    public record Figures(int clients, Measured answered, double tail, long heapBeforeMb, long heapAfterMb) {
        public static final double TARGET = 10;

        public boolean isOnTarget() {
            return tail < TARGET;
        }
    }

    /** @throws scenariorca.platform.RcaException PROBLEM at the first request that is not answered with 200 */
    public Figures run(Duration duration) {
        var requests = new ArrayList<byte[]>();
        new ApiQuestions(Reports.of(new ReportSession(reader, Clock.systemUTC())))
                .all()
                .forEach(question ->
                        question.examples().forEach(example -> requests.add(LoadClient.request(example.path()))));
        Collections.shuffle(requests, new Random(SEED));
        var settings = new ServerSettings("127.0.0.1", 0, null, CACHE_BYTES);
        try (RcaServer server = RcaServer.start(settings, reader, Clock.systemUTC())) {
            long before = heapMb();
            Measured measured = new LoadClient(server.port(), CLIENTS).run(requests, 200, duration);
            double tail = Math.round(100 * measured.p99Ms() / Math.max(measured.p50Ms(), 0.001)) / 100.0;
            return new Figures(CLIENTS, measured, tail, before, heapMb());
        }
    }

    private static long heapMb() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
