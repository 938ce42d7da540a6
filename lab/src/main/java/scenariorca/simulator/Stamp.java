package scenariorca.simulator;

import java.time.Instant;
import java.util.UUID;

/**
 * Who did something, when, by which request.
 *
 * @param user Example: jdoe
 * @param request the correlation id of its log lines
 */
record Stamp(Instant at, String user, UUID request) {}
