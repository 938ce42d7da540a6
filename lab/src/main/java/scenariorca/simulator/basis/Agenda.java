package scenariorca.simulator.basis;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Who acts when: the clock of the simulated platform. */
public final class Agenda {
    /** Somebody, or something, that acts at times of its own. */
    @FunctionalInterface
    public interface Actor {
        /** Acts, and says when it acts next; null means never again. */
        @Nullable
        Instant act(Instant now);
    }

    private record Entry(Instant at, long number, Actor actor) {}

    private final PriorityQueue<Entry> queue =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private long number;

    public void add(Instant at, Actor actor) {
        queue.add(new Entry(at, number++, actor));
    }

    /** Something that is done once. */
    public void once(Instant at, java.util.function.Consumer<Instant> action) {
        add(at, now -> {
            action.accept(now);
            return null;
        });
    }

    /** When somebody acts next; null when nobody does. */
    @Nullable
    public Instant next() {
        Entry first = queue.peek();
        return first == null ? null : first.at();
    }

    /** Lets the next one act. */
    public void step() {
        Entry entry = queue.remove();
        Instant next = entry.actor().act(entry.at());
        if (next != null) {
            // Nobody acts twice at one instant, so that time always moves on.
            add(next.isAfter(entry.at()) ? next : entry.at().plusMillis(1), entry.actor());
        }
    }
}
