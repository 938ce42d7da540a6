package scenariorca.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Cuts a time in which pages come back full into slices of some pages each: longer where it is quiet, shorter where it is busy. */
final class SlicePlan {
    private static final Duration SHORTEST = Duration.ofMillis(250);

    /** The last page of a slice is rarely full: fewer pages would cost more calls, many more would leave readers idle. */
    private static final int PAGES_IN_SLICE = 8;

    private static final int FEW_PAGES = 4;
    private static final int MANY_PAGES = 16;
    private static final int GROWTH = 2;

    private final Instant to;
    private Instant next;
    private Duration length;

    /** @param pageLength time that a page covers */
    SlicePlan(TimeSlice whole, Duration pageLength) {
        this.next = whole.from();
        this.to = whole.to();
        this.length = atLeastShortest(pageLength.multipliedBy(PAGES_IN_SLICE));
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
        if (pages < FEW_PAGES && slice.length().compareTo(length) >= 0) {
            length = length.multipliedBy(GROWTH);
        } else if (pages > MANY_PAGES) {
            Duration fitting = slice.length().multipliedBy(PAGES_IN_SLICE).dividedBy(pages);
            length = atLeastShortest(fitting.compareTo(length) < 0 ? fitting : length);
        }
    }

    /** What is left, from a time on, is the next slice. */
    void joinRest(Instant from) {
        next = from;
        length = Duration.between(from, to);
    }

    private static Duration atLeastShortest(Duration length) {
        return length.compareTo(SHORTEST) < 0 ? SHORTEST : length;
    }
}
