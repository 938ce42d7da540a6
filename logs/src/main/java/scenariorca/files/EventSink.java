package scenariorca.files;

import scenariorca.logs.RawLogEvent;

/** Takes events out of a file. */
@FunctionalInterface
public interface EventSink {
    /** @param isBroken whether it stands for something that could not be read */
    void accept(RawLogEvent event, boolean isBroken);
}
