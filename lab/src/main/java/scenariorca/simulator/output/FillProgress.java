package scenariorca.simulator.output;

/** Is told what is being done, about once a second. */
@FunctionalInterface
public interface FillProgress {
    void report(String line);
}
