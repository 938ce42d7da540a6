/** What is forecast: one class per trade, each with a graph, documents and formulas of its own. */
@org.jspecify.annotations.NullMarked
package scenariorca.simulator.varied.domain;
