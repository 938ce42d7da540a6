package scenariorca.platform;

import java.time.Instant;

/**
 * Something that does not work at the moment, told without addresses or names.
 *
 * @param what source, warehouse, log service, loads or alerts. Example: source
 * @param since when it was first seen not to work
 * @param reason what is wrong. Example: it does not answer
 * @param action what is being done about it
 */
public record Outage(String what, Instant since, String reason, String action) {}
