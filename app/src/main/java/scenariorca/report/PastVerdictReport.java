package scenariorca.report;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.JsonText;
import scenariorca.warehouse.Snapshot;

/** What was said of this run then, and what has changed it since? */
public final class PastVerdictReport {
    private static final int MOST = 100;

    private final ReportSession inquiry;

    PastVerdictReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    private record Told(@Nullable String headline, @Nullable JsonText verdict) {}

    /** @throws scenariorca.platform.RcaException NOT_FOUND for a run that was not known then, naming the id */
    public Answer<PastVerdict> answer(UUID runId, PastTime asOf) {
        return inquiry.ask(now -> {
            Moment moment = Moment.of(now, asOf, java.time.LocalDate.EPOCH);
            Told told = moment.snapshot()
                    .query("report/verdicts/told.sql")
                    .with("run_id", runId)
                    .first(Told.class)
                    .orElseThrow(() -> Check.notFound("run", runId));
            List<RunVerdicts.Said> said = said(moment.snapshot(), runId);
            var known = new HashSet<>(said);
            return new PastVerdict(
                    runId,
                    java.util.Objects.requireNonNull(moment.known()),
                    told.headline(),
                    told.verdict(),
                    said,
                    said(now, runId).stream()
                            .filter(verdict -> !known.contains(verdict))
                            .toList());
        });
    }

    private static List<RunVerdicts.Said> said(Snapshot snapshot, UUID runId) {
        return snapshot.query("report/verdicts/said.sql")
                .with("run_id", runId)
                .with("row_limit", MOST)
                .list(RunVerdicts.Said.class);
    }
}
