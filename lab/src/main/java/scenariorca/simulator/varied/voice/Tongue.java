package scenariorca.simulator.varied.voice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.LogDelivery;
import scenariorca.simulator.output.PlatformLog;

/**
 * How one engine writes its log: a format, a host with its clock, and where ids stand.
 *
 * @param requestKey name of the request's id. Example: request_id
 * @param runKey name of the run's id. Example: runId
 * @param place which lines carry ids
 * @param isWrapping whether the run's own last line repeats the reason
 */
public record Tongue(
        Dialect dialect, LogDelivery.Host host, String requestKey, String runKey, Place place, boolean isWrapping) {
    private static final List<String> REQUEST_KEYS =
            List.of("request_id", "requestId", "correlation_id", "correlationId", "req_id", "x-request-id", "traceId");
    private static final List<String> RUN_KEYS = List.of("run_id", "runId", "forecast_run", "job");

    /** Which lines of a run carry which ids. */
    public enum Place {
        REQUEST,
        BOTH,
        RUN,
        /** The request's id stands in brackets before the message. */
        BARE,
        /** Only the first line of a run carries ids. */
        FIRST_LINE,
        NONE
    }

    public static Tongue of(Dice dice, String service) {
        long skew = dice.chance(0.4) ? dice.whole(-45_000, 45_000) : dice.whole(-400, 400);
        double roll = dice.unit();
        Place place = roll < 0.28
                ? Place.REQUEST
                : roll < 0.5
                        ? Place.BOTH
                        : roll < 0.62
                                ? Place.RUN
                                : roll < 0.82 ? Place.BARE : roll < 0.92 ? Place.FIRST_LINE : Place.NONE;
        return new Tongue(
                dice.pick(List.of(Dialect.values())),
                new LogDelivery.Host(PlatformLog.ENGINE, service + "-" + dice.whole(1, 3), skew),
                dice.pick(REQUEST_KEYS),
                dice.pick(RUN_KEYS),
                place,
                dice.chance(0.5));
    }

    /** A line about a run. */
    public SpokenLine line(
            Instant trueTime, String level, String logger, String message, UUID request, UUID run, boolean isFirst) {
        Map<String, String> ids = new LinkedHashMap<>();
        boolean isIdentified = place != Place.NONE && (place != Place.FIRST_LINE || isFirst);
        if (isIdentified && place != Place.RUN && place != Place.BARE) {
            ids.put(requestKey, request.toString());
        }
        if (isIdentified && (place == Place.BOTH || place == Place.RUN || place == Place.FIRST_LINE)) {
            ids.put(runKey, run.toString());
        }
        String bare = place == Place.BARE ? request.toString() : "";
        return new SpokenLine(LogDelivery.clock(host, trueTime), level, logger, message, ids, bare, List.of());
    }
}
