package scenariorca.cli;

import java.io.PrintWriter;
import scenariorca.platform.Settings;

/**
 * What a command needs of its surroundings.
 *
 * @param settings the configuration
 * @param out where results go
 * @param err where progress and failures go
 */
record Terminal(Settings settings, PrintWriter out, PrintWriter err) {}
