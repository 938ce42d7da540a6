/** What every simulated platform is made with: chance, time, who did something, and the way of a log line. */
@org.jspecify.annotations.NullMarked
package scenariorca.simulator.basis;
