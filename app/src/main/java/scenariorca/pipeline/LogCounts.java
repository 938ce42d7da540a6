package scenariorca.pipeline;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a load did with log events. Every event read is one of: a line of its own (stored now, stored before, left out), a
 * later part of one, a copy of one, or read only to find the head of a line.
 *
 * @param eventsRead events that the source handed over
 * @param linesWritten lines inserted or changed
 * @param linesUnchanged lines that were there already
 * @param leftOut lines left out, by severity or sampling
 * @param joined events that became parts of a line before them, such as the lines of a stack trace
 * @param duplicates events that came more than once
 * @param beforeWindow events before the window, read only so that no line is cut at its start
 * @param unparsed lines that could not be read, stored as they are
 * @param unlinked stored lines of this load that belong to no run, action or scenario we know
 * @param redacted lines from which something was taken out
 * @param redactions things taken out of the lines that are new, by kind. Example: {@code {email=5, token=7}}
 * @param broken events that stand for something the source could not read
 * @param groups one entry per log group
 */
public record LogCounts(
        long eventsRead,
        long linesWritten,
        long linesUnchanged,
        long leftOut,
        long joined,
        long duplicates,
        long beforeWindow,
        long unparsed,
        long unlinked,
        long redacted,
        Map<String, Long> redactions,
        long broken,
        List<Group> groups) {
    public LogCounts {
        redactions = Collections.unmodifiableMap(new TreeMap<>(redactions));
        groups = List.copyOf(groups);
    }

    /** The names of the groups that could not be read to the end. */
    public List<String> failedGroups() {
        return groups.stream()
                .filter(group -> group.error() != null)
                .map(Group::logGroup)
                .toList();
    }

    /**
     * One log group.
     *
     * @param logGroup its name
     * @param from start of what was read
     * @param readTo everything before this that the source had was read; null when nothing ever was
     * @param completeTo up to when nothing should be missing: less the time that 99 percent of the events arrive within; null
     *     when that is not known
     * @param eventsRead events read
     * @param lagP50Seconds seconds from an event to its arrival, median; null when not measured
     * @param lagP99Seconds the same, 99th percentile; null when not measured
     * @param lagMaxSeconds the longest, of what was delivered within hours; null when not measured
     * @param error why not all could be read; null when it could
     */
    public record Group(
            String logGroup,
            Instant from,
            @Nullable Instant readTo,
            @Nullable Instant completeTo,
            long eventsRead,
            @Nullable Double lagP50Seconds,
            @Nullable Double lagP99Seconds,
            @Nullable Double lagMaxSeconds,
            @Nullable String error) {}
}
