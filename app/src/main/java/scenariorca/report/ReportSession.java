package scenariorca.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Snapshot;
import scenariorca.warehouse.Viewer;
import scenariorca.warehouse.WarehouseReader;

/** Puts questions to the warehouse, each to one snapshot, and dates the answers. */
public final class ReportSession {
    private final WarehouseReader reader;
    private final Clock clock;
    private final Supplier<Viewer> viewer;

    private ReportSession(WarehouseReader reader, Clock clock, Supplier<Viewer> viewer) {
        this.reader = reader;
        this.clock = clock;
        this.viewer = viewer;
    }

    /**
     * Asks for the person at the terminal, who has the database's password and sees what the database lets that account see.
     *
     * @param clock tells which day is today for windows such as "the last 30 days"
     */
    public ReportSession(WarehouseReader reader, Clock clock) {
        this(reader, clock, () -> Viewer.ALL);
    }

    /** Asks for whoever {@link ViewerContext} says; for nobody, who sees nothing, where it says none. */
    public static ReportSession ofGuests(WarehouseReader reader, Clock clock) {
        return new ReportSession(reader, clock, ViewerContext::viewer);
    }

    /** An answer that stays right until the next load. */
    <T> Answer<T> ask(Function<Snapshot, T> question) {
        return dated(null, question);
    }

    /** An answer that stays right until the next load or the end of the UTC day. */
    <T> Answer<T> askToday(BiFunction<Snapshot, LocalDate, T> question) {
        LocalDate today = today();
        return dated(today, snapshot -> question.apply(snapshot, today));
    }

    /** An answer about the time of the newest data, the epoch before any load; it stays right until the next load. */
    <T> Answer<T> askFresh(BiFunction<Snapshot, Instant, T> question) {
        return dated(
                null,
                snapshot -> question.apply(
                        snapshot, Objects.requireNonNullElse(snapshot.state().freshTo(), Instant.EPOCH)));
    }

    /** What was known at a time, as {@code asked} says; for null what is known now, until the next load. */
    <T> Answer<T> askAsOf(@Nullable PastTime asked, Function<Moment, T> question) {
        return dated(null, snapshot -> question.apply(Moment.of(snapshot, asked, today())));
    }

    /** The same of a question that depends on the day. */
    <T> Answer<T> askDayAsOf(@Nullable PastTime asked, Function<Moment, T> question) {
        LocalDate today = today();
        return dated(asked == null ? today : null, snapshot -> question.apply(Moment.of(snapshot, asked, today)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Since when the warehouse does not answer; empty while it does, as far as is known. */
    Optional<Instant> awaySince() {
        return reader.awaySince();
    }

    Instant now() {
        return clock.instant();
    }

    private <T> Answer<T> dated(@Nullable LocalDate day, Function<Snapshot, T> question) {
        return reader.read(viewer.get(), snapshot -> {
            T content = question.apply(snapshot);
            var state = snapshot.state();
            return new Answer<>(content, new Freshness(state.version(), state.freshTo(), state.logsCompleteTo(), day));
        });
    }
}
