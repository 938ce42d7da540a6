package scenariorca.cli;

import java.io.PrintWriter;

/** Prints progress lines, but no more than one a second: who watches sees that it goes on, not every step. */
public final class Ticker {
    private static final long INTERVAL_NANOS = 1_000_000_000L;

    private final PrintWriter out;
    private long last = System.nanoTime() - INTERVAL_NANOS;

    public Ticker(PrintWriter out) {
        this.out = out;
    }

    public void say(String line) {
        long now = System.nanoTime();
        if (now - last >= INTERVAL_NANOS) {
            out.println(line);
            last = now;
        }
    }
}
