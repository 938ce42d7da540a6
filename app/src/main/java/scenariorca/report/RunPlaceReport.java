package scenariorca.report;

import java.util.UUID;
import scenariorca.warehouse.Row;

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
                .first(RunPlaceReport::place)
                .orElseThrow(() -> Check.notFound("run", runId)));
    }

    private static RunPlace place(Row row) {
        return new RunPlace(
                row.uuid("run_id"),
                row.uuid("scenario_id"),
                row.textOrNull("scenario_name"),
                row.uuid("model_id"),
                row.textOrNull("model_name"),
                row.text("run_outcome"),
                row.instant("run_started_at"),
                row.uuidOrNull("previous_run_id"),
                row.uuidOrNull("next_run_id"),
                row.uuidOrNull("last_good_run_id"));
    }
}
