package scenariorca.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scenariorca.platform.ChannelHealth;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/** The alerts of an installation: serves its channels until closed, each by a thread of its own, so that none waits for another. */
public final class Alerts implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration LOOK_AFTER_FAILURE = Duration.ofSeconds(15);
    private static final Duration GIVING_UP = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger("rca.alerts");

    private final Warehouse warehouse;
    private final WarehouseReader reader;
    private final Place place;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Where messages lead, and what time it is.
     *
     * @param base address of the pages, without a slash at its end. Example: https://rca.example.com
     * @param health told which channels take messages
     */
    public record Place(String base, Clock clock, ChannelHealth health) {
        /** Where nobody asks how the channels are. */
        public Place(String base, Clock clock) {
            this(base, clock, new ChannelHealth(List.of()));
        }

        /** Tells installations apart. Example: rca.example.com */
        String source() {
            return base.replaceFirst("^https?://", "");
        }
    }

    public Alerts(Warehouse warehouse, WarehouseReader reader, Place place) {
        this.warehouse = warehouse;
        this.reader = reader;
        this.place = place;
    }

    /** Begins to serve channels. */
    public Alerts serve(List<AlertChannel> channels) {
        for (AlertChannel channel : channels) {
            log.info("alerts channel={} to={}", channel.name(), channel.target().type());
            AlertCourier courier = courier(channel);
            threads.add(Thread.ofVirtual().name("rca-alerts-" + channel.name()).start(() -> follow(channel, courier)));
        }
        return this;
    }

    /** Looks once, and sends what is due. Returns how many messages were taken; 0, too, when another program serves the channel. */
    int serveOnce(AlertChannel channel) {
        try (AlertStore store = AlertStore.open(warehouse, channel.name())) {
            return store.isOurs() ? serve(channel, courier(channel), store) : 0;
        }
    }

    /** Sends a message that says it is a test. @return why it was not taken; null when it was */
    public @Nullable String test(AlertChannel channel) {
        Instant now = place.clock().instant();
        AlertMessage message = new AlertWriter(place.base()).test(channel.name(), now);
        var outgoing = new Delivery.Outgoing(message, message.subject() + "/1/new", message.subject() + "/1", null);
        return switch (Delivery.to(channel.target(), place.source()).deliver(outgoing)) {
            case Delivery.Outcome.Delivered _ -> null;
            case Delivery.Outcome.Refused refused -> refused.why();
            case Delivery.Outcome.Failed failed -> failed.why();
        };
    }

    private AlertCourier courier(AlertChannel channel) {
        var planner = new AlertPlanner(channel, new AlertReader(reader, channel), new AlertWriter(place.base()));
        return new AlertCourier(channel, planner, Delivery.to(channel.target(), place.source()), place.clock());
    }

    private void follow(AlertChannel channel, AlertCourier courier) {
        boolean isOver = false;
        while (!isOver) {
            try (AlertStore store = AlertStore.open(warehouse, channel.name())) {
                boolean isOurs = false;
                while (!isOver) {
                    isOurs = isOurs || store.isOurs();
                    if (isOurs) {
                        serve(channel, courier, store);
                    }
                    isOver = isStoppedWithin(LOOK_EVERY);
                }
            } catch (RcaException e) {
                log.warn("alerts wait channel={} {}", channel.name(), e.getMessage());
                isOver = isStoppedWithin(LOOK_AFTER_FAILURE);
            } catch (RuntimeException e) { // the edge of the thread: it must go on whatever a message throws
                log.error("alerts failed channel={} {}", channel.name(), e.toString(), e);
                isOver = isStoppedWithin(LOOK_AFTER_FAILURE);
            }
        }
    }

    private int serve(AlertChannel channel, AlertCourier courier, AlertStore store) {
        int sent = courier.serve(store);
        place.health().note(channel.name(), courier.failingSince());
        return sent;
    }

    private boolean isStoppedWithin(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            for (Thread thread : threads) {
                thread.join(GIVING_UP);
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
