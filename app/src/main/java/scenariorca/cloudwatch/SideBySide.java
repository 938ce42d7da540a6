package scenariorca.cloudwatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Reads a few slices at a time and hands them over one after the other. */
final class SideBySide implements AutoCloseable {
    /** More would only wait for the rate gate. */
    private static final int SLICES = 5;

    private final FilterCalls calls;
    private final OrderedAnswer answer;
    private final SlicePlan plan;
    private final Deque<SliceReader> readers = new ArrayDeque<>();

    SideBySide(FilterCalls calls, OrderedAnswer answer, SlicePlan plan) {
        this.calls = calls;
        this.answer = answer;
        this.plan = plan;
    }

    /** Reads the slices of the plan. */
    void read() throws InterruptedException {
        start();
        while (!readers.isEmpty() && drain(readers.element())) {
            readers.remove();
            start();
        }
    }

    private void start() {
        while (readers.size() < SLICES) {
            Optional<TimeSlice> slice = plan.next();
            if (slice.isEmpty()) {
                return;
            }
            readers.add(SliceReader.start(slice.get(), calls, null));
        }
    }

    /** Takes a slice to its end. @return false when the answer ends within */
    private boolean drain(SliceReader reader) throws InterruptedException {
        answer.begin(reader.slice());
        while (true) {
            switch (reader.take()) {
                case SliceReader.Page page -> {
                    if (!answer.take(page.events())) {
                        return false;
                    }
                }
                case SliceReader.End end -> {
                    answer.end(reader.slice());
                    plan.took(reader.slice(), end.pages());
                    return true;
                }
                case SliceReader.Stopped stopped -> {
                    answer.stop(stopped.reason());
                    return false;
                }
                case SliceReader.Failed failed -> throw failed.failure();
            }
        }
    }

    /** Goes on from a first page, through the one slice that it begins. */
    void read(TimeSlice whole, FilterCalls.Answer first) throws InterruptedException {
        readers.add(SliceReader.start(whole, calls, first));
        drain(readers.element());
    }

    @Override
    public void close() {
        readers.forEach(SliceReader::cancel);
    }
}
