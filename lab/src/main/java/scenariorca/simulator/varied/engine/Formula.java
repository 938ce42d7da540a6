package scenariorca.simulator.varied.engine;

/** What a node computes: one value a period, from its document and the results before it. */
@FunctionalInterface
public interface Formula {
    double[] compute(Reader in);
}
