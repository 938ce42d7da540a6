package scenariorca.pipeline;

/** Who is told how a load goes on, in lines for a person. */
@FunctionalInterface
public interface Progress {
    void say(String line);

    /** The same, told one line at a time. */
    default Progress fromAnyThread() {
        var turn = new Object();
        return line -> {
            synchronized (turn) {
                say(line);
            }
        };
    }
}
