package scenariorca.bench;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/** How long things took, in nanoseconds, each to within a tenth of a per cent. */
final class Latencies {
    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(DIGITS);

    static Latencies of(LongStream nanos) {
        var latencies = new Latencies();
        nanos.forEach(latencies::add);
        return latencies;
    }

    void add(long nanos) {
        histogram.recordValue(nanos);
    }

    void addAll(Latencies other) {
        histogram.add(other.histogram);
    }

    long count() {
        return histogram.getTotalCount();
    }

    /**
     * Milliseconds within which a share of them were done; 0 for none.
     *
     * @param share 0 to 1
     */
    double millis(double share) {
        return (double) histogram.getValueAtPercentile(share * 100) / TimeUnit.MILLISECONDS.toNanos(1);
    }
}
