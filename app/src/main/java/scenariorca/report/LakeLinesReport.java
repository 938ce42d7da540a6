package scenariorca.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.lake.LakeLine;
import scenariorca.lake.LakeReader;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** What did this run log, lines that are only in the lake included? */
public final class LakeLinesReport {
    /** Lines of a run are looked for from this long before its start to this long after its end. */
    private static final Duration MARGIN = Duration.ofHours(1);
    /** A run that has not ended may have logged for this long. */
    private static final Duration LONGEST_RUN = Duration.ofDays(7);

    private final ReportSession inquiry;
    private final @Nullable LakeReader lake;

    /** @param lake null for an installation without one */
    LakeLinesReport(ReportSession inquiry, @Nullable LakeReader lake) {
        this.inquiry = inquiry;
        this.lake = lake;
    }

    /** Whether this installation has a lake. */
    public boolean isThere() {
        return lake != null;
    }

    /** @throws RcaException NOT_FOUND without such a run for the viewer, or without a lake */
    public Answer<Page<LakeLine>> answer(UUID runId, PageRequest page) {
        if (lake == null) {
            throw new RcaException(
                    ErrorCode.NOT_FOUND, "There is no lake here: RCA_LAKE names the one of a job on a cluster");
        }
        LakeReader reader = lake;
        return inquiry.ask(snapshot -> answer(reader, FoundRun.find(snapshot, runId), page));
    }

    private static Page<LakeLine> answer(LakeReader reader, FoundRun run, PageRequest page) {
        var scope = new Cursor.Scope("run/lake", run.id());
        @Nullable String given = page.cursor();
        @Nullable Cursor cursor = given == null ? null : scope.read(given);
        @Nullable Instant time = Cursor.instant(cursor, 0);
        @Nullable String event = Cursor.text(cursor, 1);
        @Nullable Instant ended = run.run().endedAt();
        List<LakeLine> lines = reader.lines(new LakeReader.Question(
                run.id(),
                run.correlationId(),
                run.startedAt().minus(MARGIN),
                (ended == null ? run.startedAt().plus(LONGEST_RUN) : ended).plus(MARGIN),
                time == null || event == null ? null : new LakeReader.Position(time, event),
                page.rowLimit()));
        return Page.of(lines, page, scope, line -> List.of(line.timestamp(), line.eventId()));
    }
}
