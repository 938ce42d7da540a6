package scenariorca.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import scenariorca.errors.PatternMiner;

/**
 * How many lines one core masks and looks up in a second.
 *
 * @param linesPerSecond lines per second of CPU time of one thread, the median round
 * @param bytesPerLine mean length of a line in bytes
 * @param rounds rounds measured, after as many to warm up
 */
public record PatternSpeed(double linesPerSecond, double bytesPerLine, int rounds) {
    private static final int ROUNDS = 7;
    private static final int LINES = 20_000;
    private static final long ROUND_LINES = 1_000_000;

    /** Measures lines like those of a distributed file system: block ids, addresses, paths, sizes. */
    public static PatternSpeed ofFileSystemLines() {
        return of(fileSystemLines());
    }

    /** Measures the given lines, over and over, one buffer slice each. */
    static PatternSpeed of(List<String> lines) {
        byte[] buffer = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        int[] ends = IntStream.rangeClosed(0, buffer.length)
                .filter(at -> at == buffer.length || buffer[at] == '\n')
                .toArray();
        var miner = new PatternMiner();
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        var rates = new ArrayList<Double>();
        long sink = 0;
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long start = thread.getCurrentThreadCpuTime();
            long count = 0;
            for (; count < ROUND_LINES; count += ends.length) {
                int from = 0;
                for (int end : ends) {
                    sink += miner.learn(buffer, from, end);
                    from = end + 1;
                }
            }
            double seconds = (thread.getCurrentThreadCpuTime() - start) / 1e9;
            if (round >= ROUNDS) {
                rates.add(count / seconds);
            }
        }
        double median = rates.stream().sorted().skip(ROUNDS / 2).findFirst().orElse(0.0);
        // The sink keeps the loop alive; it is never negative.
        return new PatternSpeed(sink < 0 ? 0 : median, (double) buffer.length / lines.size(), ROUNDS);
    }

    private static List<String> fileSystemLines() {
        var random = new Random(42);
        var lines = new ArrayList<String>();
        for (int line = 0; line < LINES; line++) {
            String block = "blk_" + random.nextLong();
            String here = address(random);
            String there = address(random);
            lines.add(
                    switch (random.nextInt(6)) {
                        case 0 -> "Writing block " + block + " source: /" + here + " target: /" + there;
                        case 1 ->
                            "BLOCK map updated: " + here + " now holds " + block + " of size "
                                    + random.nextInt(1 << 26);
                        case 2 ->
                            "Writer " + random.nextInt(3) + " for block " + block + " is closing after the last packet";
                        case 3 ->
                            "Stored block " + block + " of size " + random.nextInt(1 << 26) + " sent by /" + there;
                        case 4 ->
                            "Removing block " + block + " kept in /data/dfs/current/subdir" + random.nextInt(64) + "/"
                                    + block;
                        default -> here + " served block " + block + " to /" + there + " without any error";
                    });
        }
        return lines;
    }

    private static String address(Random random) {
        return "10.251." + random.nextInt(256) + "." + random.nextInt(256) + ":" + (1_024 + random.nextInt(60_000));
    }
}
