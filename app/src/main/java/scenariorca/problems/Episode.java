package scenariorca.problems;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a problem struck, from its first run to when it had stopped.
 *
 * @param strikes the runs struck, in order of time; at least one
 * @param end how it ended; null while it lasts
 */
public record Episode(List<Strike> strikes, @Nullable End end) {
    public Episode {
        strikes = List.copyOf(strikes);
        if (strikes.isEmpty()) {
            throw new IllegalArgumentException("an episode has a run");
        }
    }

    /** How an episode ended. */
    public record End(Recovery recovery, Instant at) {}

    /** What shows that it had stopped. */
    public enum Recovery {
        /** Runs pass with inputs that it had struck. */
        SAME_INPUTS,
        /** Each scenario it struck has succeeded since. */
        EVERY_SCENARIO,
        PERSON;

        /** As stored. Example: {@code same_inputs}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Strike first() {
        return strikes.getFirst();
    }

    public Strike last() {
        return strikes.getLast();
    }

    public boolean isOpen() {
        return end == null;
    }
}
