package scenariorca.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Cuts the time asked for into slices of some two pages each: longer where it is quiet, shorter where it is busy. */
final class SlicePlan {
    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final int PAGES_IN_SLICE = 2;
    private static final int MANY_PAGES = 4;
    private static final int GROWTH = 2;

    private final Instant to;
    private Instant next;
    private Duration length;

    SlicePlan(TimeSlice whole, Duration firstLength) {
        this.next = whole.from();
        this.to = whole.to();
        this.length = atLeastShortest(firstLength);
    }

    /** The next slice; empty when all are given out. */
    Optional<TimeSlice> next() {
        if (!next.isBefore(to)) {
            return Optional.empty();
        }
        Instant end = Duration.between(next, to).compareTo(length) <= 0 ? to : next.plus(length);
        var slice = new TimeSlice(next, end);
        next = end;
        return Optional.of(slice);
    }

    /** Learns how many pages a slice took. */
    void took(TimeSlice slice, int pages) {
        if (pages < PAGES_IN_SLICE && slice.length().compareTo(length) >= 0) {
            length = length.multipliedBy(GROWTH);
        } else if (pages > MANY_PAGES) {
            Duration fitting = slice.length().multipliedBy(PAGES_IN_SLICE).dividedBy(pages);
            length = atLeastShortest(fitting.compareTo(length) < 0 ? fitting : length);
        }
    }

    private static Duration atLeastShortest(Duration length) {
        return length.compareTo(SHORTEST) < 0 ? SHORTEST : length;
    }
}
