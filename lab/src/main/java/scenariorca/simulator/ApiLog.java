package scenariorca.simulator;

import java.time.Instant;
import java.util.UUID;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.LogDelivery;
import scenariorca.simulator.basis.Stamp;

/** The access log: one line per request, written when the request ends. */
final class ApiLog {
    private final LogDelivery logs;
    private final Dice dice;

    ApiLog(LogDelivery logs, Dice dice) {
        this.logs = logs;
        this.dice = dice;
    }

    /** A request that wrote something. @param stamp who, when it began, its correlation id */
    void request(Stamp stamp, String method, String path, int status) {
        request(stamp, method, path, status, (int) (dice.around1(0.8) * (method.equals("GET") ? 25 : 90)) + 4);
    }

    /** A request of a known length. */
    void request(Stamp stamp, String method, String path, int status, int milliseconds) {
        LogDelivery.Host host = dice.pick(LogDelivery.API);
        Instant end = stamp.at().plusMillis(milliseconds);
        String level = status >= 500 ? "ERROR" : status >= 400 ? "WARN " : "INFO ";
        logs.send(
                host,
                end,
                "%s %s access method=%s path=/api/v1%s status=%d duration_ms=%d user=%s correlation_id=%s"
                        .formatted(
                                LogDelivery.iso(LogDelivery.clock(host, end)),
                                level,
                                method,
                                path,
                                status,
                                milliseconds,
                                stamp.user(),
                                stamp.request()));
    }

    /** Somebody looks around. */
    void read(Instant at, String user, UUID scenario) {
        String path = dice.pick(java.util.List.of("", "/nodes", "/runs", "/outputs", "/history"));
        int status = dice.chance(0.02) ? 404 : dice.chance(0.2) ? 304 : 200;
        request(new Stamp(at, user, dice.id()), "GET", "/scenarios/" + scenario + path, status);
    }
}
