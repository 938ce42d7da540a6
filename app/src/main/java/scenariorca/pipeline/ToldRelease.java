package scenariorca.pipeline;

import java.time.Instant;

/**
 * A release of the platform, as somebody tells of it.
 *
 * @param name its name or version. Example: 2026.47.0
 * @param service what was released; empty when that is not said
 * @param environment where; empty when that is not said
 * @param at when it was there
 * @param toldBy who tells
 */
record ToldRelease(String name, String service, String environment, Instant at, String toldBy) {}
