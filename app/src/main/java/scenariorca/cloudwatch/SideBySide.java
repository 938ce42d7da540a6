package scenariorca.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads a time by following its page tokens. Where the first pages come full and there are many more, the time is cut into
 * slices, a few read at a time and handed over one after the other. A slice is always read to its last token: the service may
 * search stream after stream, so that nothing is certain before.
 */
final class SideBySide implements AutoCloseable {
    /** More would only wait for the rate gate. */
    private static final int SLICES = 5;

    /** Pages that are held until it is known whether to cut. */
    private static final int FIRST_PAGES = 3;

    /** For fewer pages than these, cutting costs more calls than it is worth. */
    private static final int MANY_PAGES = 80;

    /** Pages of the first slice that are held until it has ended. */
    private static final int MAX_PROBE_PAGES = 12;

    private final FilterCalls calls;
    private final OrderedAnswer answer;
    private final Deque<SliceReader> readers = new ArrayDeque<>();

    SideBySide(FilterCalls calls, OrderedAnswer answer) {
        this.calls = calls;
        this.answer = answer;
    }

    void read(TimeSlice whole) throws InterruptedException {
        SliceReader reader = start(whole);
        List<SliceReader.Part> first = firstParts(reader);
        Optional<Duration> pageLength = pageLength(whole, first);
        if (pageLength.isPresent() && slices(new SlicePlan(whole, pageLength.get()), reader)) {
            return;
        }
        answer.begin(whole);
        for (SliceReader.Part part : first) {
            if (!hand(reader, part)) {
                return;
            }
        }
        rest(reader);
    }

    /** The first pages, or all there is; the last part may be an end. */
    private static List<SliceReader.Part> firstParts(SliceReader reader) throws InterruptedException {
        var parts = new ArrayList<SliceReader.Part>();
        while (parts.size() < FIRST_PAGES) {
            SliceReader.Part part = reader.take();
            parts.add(part);
            if (!(part instanceof SliceReader.Page page) || !page.isFull()) {
                return parts;
            }
        }
        return parts;
    }

    /** Time that a page covers; empty when pages are not full, or not many are to come. */
    private static Optional<Duration> pageLength(TimeSlice whole, List<SliceReader.Part> first) {
        Instant latest = whole.from();
        for (SliceReader.Part part : first) {
            if (!(part instanceof SliceReader.Page page)
                    || !page.isFull()
                    || page.events().isEmpty()) {
                return Optional.empty();
            }
            Instant last = page.events().getLast().timestamp();
            latest = last.isAfter(latest) ? last : latest;
        }
        Duration each = Duration.between(whole.from(), latest).dividedBy(first.size());
        return first.size() == FIRST_PAGES && each.multipliedBy(MANY_PAGES).compareTo(whole.length()) < 0
                ? Optional.of(each)
                : Optional.empty();
    }

    /**
     * Reads the plan's slices instead of what was begun. The first is read alone.
     *
     * @return false, with nothing handed over, when it shows that cutting does not pay
     */
    private boolean slices(SlicePlan plan, SliceReader begun) throws InterruptedException {
        TimeSlice first = plan.next().orElseThrow();
        List<SliceReader.Page> held = probe(first);
        if (held.isEmpty()) {
            return false;
        }
        begun.cancel();
        readers.clear();
        answer.begin(first);
        for (SliceReader.Page page : held) {
            if (!page.events().isEmpty() && !answer.take(page.events())) {
                return true;
            }
        }
        answer.end(first);
        plan.took(first, held.size());
        inTurn(plan);
        return true;
    }

    /** Reads a slice by itself. @return its pages; none when they did not come full, or are too many to hold */
    private List<SliceReader.Page> probe(TimeSlice slice) throws InterruptedException {
        var held = new ArrayList<SliceReader.Page>();
        SliceReader reader = start(slice);
        try {
            while (held.size() <= MAX_PROBE_PAGES) {
                SliceReader.Part part = reader.take();
                if (!(part instanceof SliceReader.Page page)) {
                    boolean isWorthIt = part instanceof SliceReader.End end && !end.isThin();
                    return isWorthIt ? held : List.of();
                }
                held.add(page);
                if (page.hasNext() && !page.isFull()) {
                    return List.of();
                }
            }
            return List.of();
        } finally {
            reader.cancel();
            readers.remove(reader);
        }
    }

    private void inTurn(SlicePlan plan) throws InterruptedException {
        while (fill(plan)) {
            SliceReader reader = readers.element();
            answer.begin(reader.slice());
            if (!(rest(reader) instanceof SliceReader.End end)) {
                return;
            }
            readers.remove();
            if (end.isThin()) {
                // Streams are searched in turn by now: each slice more would search all of them again.
                close();
                readers.clear();
                plan.joinRest(reader.slice().to());
            } else {
                plan.took(reader.slice(), end.pages());
            }
        }
    }

    /** Starts what may be read beside each other. @return whether anything is still to be read */
    private boolean fill(SlicePlan plan) {
        while (readers.size() < SLICES) {
            Optional<TimeSlice> slice = plan.next();
            if (slice.isEmpty()) {
                break;
            }
            start(slice.get());
        }
        return !readers.isEmpty();
    }

    private SliceReader start(TimeSlice slice) {
        SliceReader reader = SliceReader.start(slice, calls);
        readers.add(reader);
        return reader;
    }

    /** Hands on what is left of a slice. @return its last part */
    private SliceReader.Part rest(SliceReader reader) throws InterruptedException {
        SliceReader.Part part = reader.take();
        while (hand(reader, part)) {
            part = reader.take();
        }
        return part;
    }

    /** Hands a part on. @return whether more of the same slice is to come */
    private boolean hand(SliceReader reader, SliceReader.Part part) {
        switch (part) {
            case SliceReader.Page page -> {
                return page.events().isEmpty() || answer.take(page.events());
            }
            case SliceReader.End _ -> answer.end(reader.slice());
            case SliceReader.Stopped stopped -> answer.stop(stopped.reason());
            case SliceReader.Failed failed -> answer.fail(failed.failure());
        }
        return false;
    }

    @Override
    public void close() {
        readers.forEach(SliceReader::cancel);
    }
}
