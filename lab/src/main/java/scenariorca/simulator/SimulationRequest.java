package scenariorca.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.simulator.varied.Choices;

/**
 * What to simulate. Equal requests give equal bytes.
 *
 * @param seed another one means other scenarios and other mistakes
 * @param scale factor of scenarios and users, 0.1 to 1000. Example: 10
 * @param end the instant of the last event
 * @param choices what the varied profile does not leave to the seed
 */
public record SimulationRequest(Profile profile, long seed, double scale, Instant end, Choices choices) {
    public SimulationRequest {
        if (profile != Profile.VARIED && !choices.isNone()) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "--domain, --voice and --strictness belong to --profile varied; the profile is " + profile.word());
        }
        if (!(scale >= 0.1 && scale <= 1000)) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "the scale is " + scale + "; it must be a number from 0.1 to 1000");
        }
        end = end.truncatedTo(ChronoUnit.SECONDS);
        if (end.isBefore(Instant.parse("2000-01-01T00:00:00Z")) || end.isAfter(Instant.parse("2100-01-01T00:00:00Z"))) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "the end is " + end + "; it must be in the years 2000 to 2099");
        }
    }

    public SimulationRequest(Profile profile, long seed, double scale, Instant end) {
        this(profile, seed, scale, end, Choices.NONE);
    }

    /** The same at another scale. */
    public SimulationRequest atScale(double other) {
        return new SimulationRequest(profile, seed, other, end, choices);
    }
}
