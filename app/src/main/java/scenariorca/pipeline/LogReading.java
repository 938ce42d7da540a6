package scenariorca.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.IngestionLag;

/**
 * What was staged of the log groups, before it is merged.
 *
 * @param groups one entry per group
 * @param lines what became of the events
 * @param seconds time it took
 * @param notices what a person should know
 */
record LogReading(List<Group> groups, Lines lines, double seconds, List<String> notices) {
    static final LogReading NONE = new LogReading(List.of(), new Lines(0, 0, 0, 0, 0, 0, 0, 0), 0, List.of());

    /**
     * What became of the events read.
     *
     * @param staged lines, left out ones included
     * @param leftOut lines left out
     * @param unparsed lines that could not be read
     * @param redacted stored lines from which something was taken out
     * @param joined events that became parts of others
     * @param duplicates events that came more than once
     * @param beforeWindow events read only to find the head of a line
     * @param broken events that stand for what the source could not read
     */
    record Lines(
            long staged,
            long leftOut,
            long unparsed,
            long redacted,
            long joined,
            long duplicates,
            long beforeWindow,
            long broken) {
        Lines and(Lines other) {
            return new Lines(
                    staged + other.staged,
                    leftOut + other.leftOut,
                    unparsed + other.unparsed,
                    redacted + other.redacted,
                    joined + other.joined,
                    duplicates + other.duplicates,
                    beforeWindow + other.beforeWindow,
                    broken + other.broken);
        }
    }

    /**
     * What was read of one group.
     *
     * @param from start of the window
     * @param readTo complete to here; null when nothing is certain
     * @param newest time of the newest event; null without any
     * @param lag how late events arrived
     * @param error why it is not complete; null when it is
     */
    record Group(
            String name,
            Instant from,
            @Nullable Instant readTo,
            @Nullable Instant newest,
            long events,
            IngestionLag lag,
            @Nullable String error) {
        /** The same group, read in two places. */
        Group and(Group other) {
            lag.add(other.lag.counts(), other.lag.maxMillis());
            return new Group(
                    name,
                    from.isBefore(other.from) ? from : other.from,
                    later(readTo, other.readTo),
                    later(newest, other.newest),
                    events + other.events,
                    lag,
                    error == null ? other.error : error);
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            return one == null || other != null && other.isAfter(one) ? other : one;
        }
    }

    /** This and what another place had, each group as it was read there. */
    LogReading and(LogReading other) {
        var allGroups = new ArrayList<>(groups);
        allGroups.addAll(other.groups);
        var allNotices = new ArrayList<>(notices);
        allNotices.addAll(other.notices);
        return new LogReading(allGroups, lines.and(other.lines), seconds + other.seconds, allNotices);
    }

    long eventsRead() {
        return groups.stream().mapToLong(Group::events).sum();
    }

    /** One row of a load's summary for all of it. */
    LoadSummary.Table table(long written, long changed) {
        long skipped = lines.leftOut() + lines.joined() + lines.duplicates() + lines.beforeWindow();
        String reason = String.format(
                Locale.ROOT,
                "%,d left out by severity or sampling, %,d joined to the line they go on, %,d came twice, %,d before the window",
                lines.leftOut(),
                lines.joined(),
                lines.duplicates(),
                lines.beforeWindow());
        return new LoadSummary.Table(
                "log events",
                eventsRead(),
                0,
                unchanged(written, changed),
                skipped,
                skipped == 0 ? null : reason,
                seconds);
    }

    long linesKept() {
        return lines.staged() - lines.leftOut();
    }

    private long unchanged(long written, long changed) {
        return linesKept() - written - changed;
    }

    /**
     * What was stored.
     *
     * @param written lines that are new
     * @param changed lines that were mended
     * @param unlinked lines of this load that belong to nothing we know
     * @param redactions things taken out of the new lines, by kind
     */
    record Stored(long written, long changed, long unlinked, Map<String, Long> redactions) {}

    /** For people and machines, once it is known what was stored. */
    LogCounts counts(Stored stored, Map<String, Instant> completeTo) {
        return new LogCounts(
                eventsRead(),
                stored.written() + stored.changed(),
                unchanged(stored.written(), stored.changed()),
                lines.leftOut(),
                lines.joined(),
                lines.duplicates(),
                lines.beforeWindow(),
                lines.unparsed(),
                stored.unlinked(),
                lines.redacted(),
                stored.redactions(),
                lines.broken(),
                groups.stream()
                        .map(group -> new LogCounts.Group(
                                group.name(),
                                group.from(),
                                group.readTo(),
                                completeTo.get(group.name()),
                                group.events(),
                                group.lag().seconds(0.5),
                                group.lag().seconds(0.99),
                                group.lag().maxSeconds(),
                                group.error()))
                        .toList());
    }
}
