package scenariorca.simulator.basis;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Seeded chance (SplitMix64). A die split off by a label rolls the same numbers whatever the others do, so that one more
 * user changes no other user's day.
 */
public final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long origin;
    private long state;

    public Dice(long seed) {
        this.origin = mix(seed + GOLDEN);
        this.state = origin;
    }

    /** Dice that depend on the seed and this label only. */
    public Dice split(String label) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < label.length(); i++) {
            hash = (hash ^ label.charAt(i)) * 0x100000001b3L;
        }
        return new Dice(origin ^ mix(hash));
    }

    public Dice split(String label, long number) {
        return split(label + '/' + number);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to {@code bound} - 1. */
    public int below(int bound) {
        return (int) Math.floorMod(next() >>> 1, (long) bound);
    }

    /** From {@code low} to {@code high}, both included. */
    public int whole(int low, int high) {
        return low + below(high - low + 1);
    }

    /** From 0 up to 1, which is never reached. */
    public double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public double between(double low, double high) {
        return low + (high - low) * unit();
    }

    public boolean chance(double probability) {
        return unit() < probability;
    }

    public <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** Around 1: half of all rolls lie between 1/e^(0.67 spread) and its inverse. StrictMath, for the same bytes everywhere. */
    public double around1(double spread) {
        double sum = unit() + unit() + unit() + unit() + unit() + unit() - 3;
        return StrictMath.exp(spread * sum * 1.414);
    }

    /** A wait of this mean length, mostly shorter, at most six times as long. */
    public Duration wait(Duration mean) {
        double factor = Math.min(6, -StrictMath.log(1 - unit()));
        return Duration.ofMillis(Math.max(20, (long) (mean.toMillis() * factor)));
    }

    /** A random (version 4) id. */
    public UUID id() {
        long high = (next() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (next() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
