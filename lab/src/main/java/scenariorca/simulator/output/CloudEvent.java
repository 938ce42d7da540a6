package scenariorca.simulator.output;

import java.time.Instant;

/**
 * An event of CloudWatch Logs.
 *
 * @param timestamp what the host's clock said
 * @param ingestedAt when CloudWatch received it
 */
public record CloudEvent(
        PlatformLog group, String stream, String eventId, Instant timestamp, Instant ingestedAt, String message) {}
