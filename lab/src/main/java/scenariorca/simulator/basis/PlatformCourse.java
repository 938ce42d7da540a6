package scenariorca.simulator.basis;

import java.time.Instant;

/** A simulated platform on which time passes. */
public interface PlatformCourse {
    /** Lets everything happen up to a time; log events and truths are written as they become known. */
    void advance(Instant until);

    /** Lets everything happen up to the end of the past, and ends the first fill. */
    void fill();

    int scenarioCount();
}
