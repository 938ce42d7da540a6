package scenariorca.report;

import java.util.UUID;

/** Which run came before this one, which after, and which worked last? */
public final class RunPlaceReport {
    private final ReportSession inquiry;

    RunPlaceReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** @throws scenariorca.platform.RcaException NOT_FOUND, naming the id */
    public Answer<RunPlace> answer(UUID runId) {
        return inquiry.ask(snapshot -> snapshot.query("report/run_place.sql")
                .with("run_id", runId)
                .first(RunPlace.class)
                .orElseThrow(() -> Check.notFound("run", runId)));
    }
}
