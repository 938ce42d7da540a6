package scenariorca.simulator.output;

/** Is told what is being done, about once a second. */
@FunctionalInterface
public interface Progress {
    void report(String line);
}
