package scenariorca.alerts;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When messages may go out, and how many; the others wait.
 *
 * @param quiet the hours of each day without any; null for none
 * @param perHour most messages within an hour
 */
record AlertPace(@Nullable Quiet quiet, int perHour) {
    static final int USUALLY_PER_HOUR = 30;
    static final AlertPace USUAL = new AlertPace(null, USUALLY_PER_HOUR);

    /**
     * Hours of each day, past midnight where they end before they begin.
     *
     * @param from the first minute
     * @param to the minute after the last one
     * @param zone whose clock it is
     */
    record Quiet(LocalTime from, LocalTime to, ZoneId zone) {}

    boolean isQuietAt(Instant time) {
        if (quiet == null) {
            return false;
        }
        LocalTime now = LocalTime.ofInstant(time, quiet.zone());
        boolean hasBegun = !now.isBefore(quiet.from());
        boolean hasEnded = !now.isBefore(quiet.to());
        return quiet.from().isBefore(quiet.to()) ? hasBegun && !hasEnded : hasBegun || !hasEnded;
    }
}
