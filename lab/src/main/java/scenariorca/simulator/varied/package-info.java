/** A platform drawn from independent choices: domains, voices, strictness, mistakes, faults and noise. */
@org.jspecify.annotations.NullMarked
package scenariorca.simulator.varied;
