package scenariorca.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one channel: decides what it is told and hands it over, in order. Each message is handed over until its receiver
 * takes it, and never again once that is noted; a program killed between the two hands it over again under the same id.
 */
final class AlertCourier {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);
    private static final Duration RATE = Duration.ofHours(1);
    private static final Duration REPEATED = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofDays(90);
    /** A receiver that refuses a message so often will not take it; those behind it must not wait for that. */
    private static final int MOST_REFUSALS = 3;
    /** A channel that does not answer for so long is given up, message by message, and says so in the log. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    private static final Logger log = LoggerFactory.getLogger("rca.alerts");

    private final AlertChannel channel;
    private final AlertPlanner planner;
    private final Delivery delivery;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private Instant repeatedAt = Instant.EPOCH;

    /** Of when the message is that its receiver did not take; null while it takes all. */
    private @Nullable Instant failingSince;

    AlertCourier(AlertChannel channel, AlertPlanner planner, Delivery delivery, Clock clock) {
        this.channel = channel;
        this.planner = planner;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Decides, then sends what is due. Returns how many messages were taken. */
    int serve(AlertStore store) {
        planner.plan(store, clock.instant());
        int sent = 0;
        while (isNextSent(store)) {
            sent++;
        }
        if (delivery.isForgetful()) {
            repeat(store);
        }
        return sent;
    }

    /** Of when the message is that waits because its receiver did not take it; null without one. */
    @Nullable
    Instant failingSince() {
        return failingSince;
    }

    private boolean isNextSent(AlertStore store) {
        Instant now = clock.instant();
        Optional<AlertStore.Waiting> next = store.next();
        failingSince = next.filter(waiting -> waiting.tryCount() > 0)
                .map(AlertStore.Waiting::createdAt)
                .orElse(null);
        if (next.isEmpty()
                || next.get().nextTryAt().isAfter(now)
                || channel.pace().isQuietAt(now)
                || store.sentSince(now.minus(RATE)) >= channel.pace().perHour()) {
            return false;
        }
        AlertStore.Waiting message = next.get();
        return switch (delivery.deliver(message.outgoing())) {
            case Delivery.Outcome.Delivered taken -> {
                failingSince = null;
                store.sent(message, taken.reference(), clock.instant());
                store.retire(now.minus(REMEMBERED));
                log.info("told channel={} message={}", channel.name(), message.messageId());
                yield true;
            }
            case Delivery.Outcome.Refused refused -> {
                missed(store, message, new Delivery.Outcome.Failed(refused.why(), Duration.ZERO), isGivenUp(message));
                yield false;
            }
            case Delivery.Outcome.Failed failed -> {
                missed(
                        store,
                        message,
                        failed,
                        message.createdAt().plus(PATIENCE).isBefore(now));
                yield false;
            }
        };
    }

    private static boolean isGivenUp(AlertStore.Waiting refused) {
        return refused.tryCount() + 1 >= MOST_REFUSALS;
    }

    private void missed(AlertStore store, AlertStore.Waiting message, Delivery.Outcome.Failed failed, boolean isLast) {
        Instant now = clock.instant();
        failingSince = isLast ? null : message.createdAt();
        Duration pause = pause(message.tryCount() + 1);
        Instant next = now.plus(pause.compareTo(failed.pause()) < 0 ? failed.pause() : pause);
        store.failed(message, failed.why(), next, isLast ? now : null);
        log.warn(
                "not told channel={} message={} try={} {}: {}",
                channel.name(),
                message.messageId(),
                message.tryCount() + 1,
                isLast ? "given up" : "next try at " + next,
                failed.why());
    }

    /** Twice as long after each failure, up to a bound; from half of that to all of it. */
    private Duration pause(int failures) {
        long full = Math.min(LONGEST_RETRY.toMillis(), FIRST_RETRY.toMillis() << Math.clamp(failures - 1L, 0, 20));
        return Duration.ofMillis(full - random.nextLong(full / 2 + 1));
    }

    /** What lasts is told again to a receiver that forgets; when that fails, the next time is soon. */
    private void repeat(AlertStore store) {
        Instant now = clock.instant();
        if (repeatedAt.plus(REPEATED).isAfter(now)) {
            return;
        }
        repeatedAt = now;
        for (AlertStore.Standing standing : store.standing()) {
            if (!(delivery.deliver(standing.outgoing()) instanceof Delivery.Outcome.Delivered)) {
                return;
            }
        }
    }
}
