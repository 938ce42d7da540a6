package scenariorca.simulator.basis;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import scenariorca.simulator.output.CloudEvent;
import scenariorca.simulator.output.LogBook;
import scenariorca.simulator.output.PlatformLog;

/**
 * The way a line takes from a host to CloudWatch: the host's clock may be off, the agent sends late now and then, and
 * sometimes twice.
 */
public final class LogDelivery {
    /** A host that writes logs. @param skewMillis how far its clock is ahead */
    public record Host(PlatformLog group, String name, long skewMillis) {}

    public static final List<Host> API =
            List.of(new Host(PlatformLog.API, "api-1", 0), new Host(PlatformLog.API, "api-2", 180));
    public static final List<Host> ENGINES = List.of(
            new Host(PlatformLog.ENGINE, "engine-1", 0),
            new Host(PlatformLog.ENGINE, "engine-2", -350),
            new Host(PlatformLog.ENGINE, "engine-3", 2_400));
    public static final List<Host> WORKERS =
            List.of(new Host(PlatformLog.WORKER, "worker-1", 0), new Host(PlatformLog.WORKER, "worker-2", -41_000));

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final LogBook book;
    private final Dice dice;

    public LogDelivery(LogBook book, Dice dice) {
        this.book = book;
        this.dice = dice;
    }

    public static String iso(Instant time) {
        return ISO.format(time);
    }

    public static String plain(Instant time) {
        return PLAIN.format(time);
    }

    /** The time a host's own clock shows. */
    public static Instant clock(Host host, Instant time) {
        return time.plusMillis(host.skewMillis());
    }

    /** A usual delay of the agent, with a rare long one. */
    public long delayMillis() {
        if (dice.chance(0.004)) {
            return dice.whole(60_000, 7_200_000);
        }
        return dice.whole(300, 7_000);
    }

    /** Sends a line that was written at a true time, with a usual delay. */
    public void send(Host host, Instant time, String message) {
        send(host, time, delayMillis(), message);
    }

    /** Sends a line with a delay. */
    public void send(Host host, Instant time, long delayMillis, String message) {
        Instant stamped = clock(host, time);
        Instant ingested = time.plusMillis(delayMillis);
        String stream = host.name() + "/" + DAY.format(time);
        var event = new CloudEvent(host.group(), stream, eventId(), stamped, ingested, message);
        book.add(event);
        if (dice.chance(0.006)) {
            Instant again = ingested.plusMillis(dice.whole(1_000, 90_000));
            book.add(new CloudEvent(host.group(), stream, event.eventId(), stamped, again, message));
        }
    }

    /** 56 digits, as CloudWatch gives them. */
    private String eventId() {
        var digits = new StringBuilder("38");
        for (int i = 0; i < 3; i++) {
            String part = Long.toString((dice.next() >>> 1) % 1_000_000_000_000_000_000L);
            digits.repeat('0', 18 - part.length()).append(part);
        }
        return digits.toString();
    }
}
