package scenariorca.simulator.basis;

import java.time.Instant;
import java.util.UUID;

/**
 * Who did something, when, by which request.
 *
 * @param user Example: jdoe
 * @param request the correlation id of its log lines
 */
public record Stamp(Instant at, String user, UUID request) {}
