package scenariorca.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is told of a subject now, and what it knows afterwards. One message tells that something began, later ones
 * only that it grew past a threshold, and one that it ended.
 *
 * @param thread what the channel knows from now on
 * @param kind what it is told; null for nothing
 */
record AlertDecision(AlertThread thread, @Nullable AlertKind kind) {
    /** A problem that struck nobody for so long is no news, whenever a load tells of it. */
    private static final Duration NEWS = Duration.ofDays(1);

    /**
     * About a problem; empty when nothing changes.
     *
     * @param sight what was known of it and what is seen
     */
    static Optional<AlertDecision> of(Sight sight, AlertFilter filter, Moment moment) {
        AlertThread known = sight.known();
        AlertSubject now = sight.now();
        if (now == null || now.recoveredAt() != null) {
            return known != null && known.isOpen() ? Optional.of(ended(known, filter)) : Optional.empty();
        }
        if (now.isIgnoredAt(moment.at()) || !filter.wantsClass(now.what().problemClass())) {
            return Optional.empty();
        }
        if (known != null && known.isOpen() && known.episodeNo() == now.episodeNo()) {
            return grown(known, now, filter);
        }
        boolean isNews = moment.isBeginning()
                || !now.strikes().lastSeenAt().isBefore(moment.at().minus(NEWS));
        if (!isNews || now.strikes().runCount() < filter.runs()) {
            return Optional.empty();
        }
        AlertKind kind = known != null || now.isBack() ? AlertKind.REGRESSED : AlertKind.NEW;
        boolean isTold = filter.wants(kind) && !moment.isBeginning();
        var thread = new AlertThread(
                sight.subject(),
                known == null ? 1 : known.turnNo() + 1,
                now.episodeNo(),
                now.strikes().runCount(),
                true,
                !isTold);
        return Optional.of(new AlertDecision(thread, isTold ? kind : null));
    }

    /**
     * A problem as a channel knew it and as it is.
     *
     * @param subject Example: problem/5d41402abc4b
     * @param known null when the channel knows nothing of it
     * @param now null when its readers see no run of it, or it was merged into another
     */
    record Sight(
            String subject,
            @Nullable AlertThread known,
            @Nullable AlertSubject now) {}

    /** When it is decided, and whether the channel is used for the first time. */
    record Moment(Instant at, boolean isBeginning) {}

    /** About the loads or the logs; empty when nothing changes. */
    static Optional<AlertDecision> of(AlertKind kind, @Nullable AlertThread known, boolean isLate, AlertFilter filter) {
        boolean isKnownOpen = known != null && known.isOpen();
        if (isLate == isKnownOpen) {
            return Optional.empty();
        }
        if (!isLate) {
            return Optional.of(ended(Objects.requireNonNull(known), filter));
        }
        boolean isTold = filter.wants(kind);
        String subject = subject(kind);
        var thread = new AlertThread(subject, known == null ? 1 : known.turnNo() + 1, 0, 0, true, !isTold);
        return Optional.of(new AlertDecision(thread, isTold ? kind : null));
    }

    static String subject(AlertKind kind) {
        return kind == AlertKind.LOAD_LATE ? "load" : "logs";
    }

    /** Of what was never told the end is not told either. */
    private static AlertDecision ended(AlertThread known, AlertFilter filter) {
        boolean isTold = !known.isSilent() && filter.wants(AlertKind.RECOVERED);
        return new AlertDecision(known.closed(), isTold ? AlertKind.RECOVERED : null);
    }

    private static Optional<AlertDecision> grown(AlertThread known, AlertSubject now, AlertFilter filter) {
        long runs = now.strikes().runCount();
        if (!filter.wants(AlertKind.GROWN) || !filter.isGrown(known.toldRunCount(), runs)) {
            return Optional.empty();
        }
        var thread = new AlertThread(known.subject(), known.turnNo(), known.episodeNo(), runs, true, false);
        return Optional.of(new AlertDecision(thread, AlertKind.GROWN));
    }
}
