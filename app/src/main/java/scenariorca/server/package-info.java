/** The HTTP server: start and stop, who may enter, kept answers, health and metrics. */
@NullMarked
package scenariorca.server;

import org.jspecify.annotations.NullMarked;
