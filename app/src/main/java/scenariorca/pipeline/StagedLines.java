package scenariorca.pipeline;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import scenariorca.logs.LineRow;

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
    boolean note(LineRow row, boolean isKept, boolean isRedacted) {
        lines++;
        if (isKept) {
            long day = Math.floorDiv(row.place().micros(), MICROS_PER_DAY);
            if (day >= firstDay && day <= lastDay) {
                days.add(day);
            }
            unparsed += row.text().unparsedReason() == null ? 0 : 1;
            redacted += isRedacted ? 1 : 0;
        } else {
            leftOut++;
        }
        boolean isSeen = isSeenAgain(row.place().group(), row.place().eventId());
        row.laterParts().forEach(part -> notePart(row.place().group(), part.substring(part.indexOf(' ') + 1)));
        return isSeen;
    }

    /** Notes an event that became part of a line. */
    private void notePart(String group, String eventId) {
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
