/** How a platform speaks: the words of its errors, its stack traces, and the formats of its log lines. */
@org.jspecify.annotations.NullMarked
package scenariorca.simulator.varied.voice;
