package scenariorca.pipeline;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import scenariorca.logs.LogLine;

/** What a load has staged so far: counted while it is written, so that nothing staged need be read to know. */
final class StagedLines {
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final SeenIds ids = new SeenIds();
    private final long firstDay;
    private final long lastDay;
    private final Set<Long> days = new HashSet<>();
    private long lines;
    private long leftOut;
    private long unparsed;
    private long redacted;
    private long parts;
    private long seenAgain;

    /** Days of lines from the first to the last of these get a partition. */
    StagedLines(LocalDate first, LocalDate last) {
        this.firstDay = first.toEpochDay();
        this.lastDay = last.toEpochDay();
    }

    /** Notes a line and says whether its id may have been staged before. */
    boolean note(LogLine line, String eventId, long micros, boolean isKept, boolean isRedacted) {
        lines++;
        if (isKept) {
            long day = Math.floorDiv(micros, MICROS_PER_DAY);
            if (day >= firstDay && day <= lastDay) {
                days.add(day);
            }
            unparsed += line instanceof LogLine.Unparsed ? 1 : 0;
            redacted += isRedacted ? 1 : 0;
        } else {
            leftOut++;
        }
        return isSeenAgain(line.event().group(), eventId);
    }

    /** Notes an event that became part of a line. */
    void notePart(String group, String eventId) {
        parts++;
        isSeenAgain(group, eventId);
    }

    private boolean isSeenAgain(String group, String eventId) {
        boolean isSeen = ids.add(group, eventId);
        seenAgain += isSeen ? 1 : 0;
        return isSeen;
    }

    long lines() {
        return lines;
    }

    /** Whether an event may have been staged twice. */
    boolean mayHaveCopies() {
        return seenAgain > 0;
    }

    /** Whether an event may have been staged as a line and as a part of one. */
    boolean mayHaveCopiesOfParts() {
        return seenAgain > 0 && parts > 0;
    }

    /** The days that lines kept are of. */
    List<LocalDate> days() {
        return days.stream().sorted().map(LocalDate::ofEpochDay).toList();
    }

    long leftOut() {
        return leftOut;
    }

    long unparsed() {
        return unparsed;
    }

    long redacted() {
        return redacted;
    }
}
