package scenariorca.bench;

/** How long many things took, counted in buckets of a microsecond up to 10 ms and of a millisecond above. */
final class Latencies {
    private static final int FINE = 10_000;
    private static final int COARSE = 30_000;

    private final long[] fine = new long[FINE];
    private final long[] coarse = new long[COARSE];
    private long count;

    void add(long nanos) {
        long micros = nanos / 1_000;
        if (micros < FINE) {
            fine[(int) micros]++;
        } else {
            coarse[(int) Math.min(micros / 1_000, COARSE - 1)]++;
        }
        count++;
    }

    void addAll(Latencies other) {
        for (int index = 0; index < FINE; index++) {
            fine[index] += other.fine[index];
        }
        for (int index = 0; index < COARSE; index++) {
            coarse[index] += other.coarse[index];
        }
        count += other.count;
    }

    long count() {
        return count;
    }

    /** @param share 0 to 1 @return milliseconds; 0 when nothing was counted */
    double millis(double share) {
        long wanted = (long) Math.ceil(count * share);
        long seen = 0;
        for (int index = 0; index < FINE; index++) {
            seen += fine[index];
            if (seen >= wanted && seen > 0) {
                return index / 1_000.0;
            }
        }
        for (int index = 0; index < COARSE; index++) {
            seen += coarse[index];
            if (seen >= wanted && seen > 0) {
                return index;
            }
        }
        return 0;
    }
}
