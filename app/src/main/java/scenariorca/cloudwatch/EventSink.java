package scenariorca.cloudwatch;

import scenariorca.logs.RawLogEvent;

/** Takes events out of a file. */
@FunctionalInterface
interface EventSink {
    /** @param isBroken whether it stands for something that could not be read */
    void accept(RawLogEvent event, boolean isBroken);
}
