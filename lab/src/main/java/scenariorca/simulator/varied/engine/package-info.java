/** An engine for any domain: it reads documents, walks a graph period by period, and notices nonsense early or late. */
@org.jspecify.annotations.NullMarked
package scenariorca.simulator.varied.engine;
