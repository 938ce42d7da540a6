package scenariorca.report;

import java.util.UUID;

/** What is this scenario? */
public final class ScenarioCardReport {
    private final ReportSession inquiry;

    ScenarioCardReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** @throws scenariorca.platform.RcaException NOT_FOUND, naming the id */
    public Answer<ScenarioCard> answer(UUID scenarioId) {
        return inquiry.ask(snapshot -> snapshot.query("report/scenario_card.sql")
                .with("scenario_id", scenarioId)
                .first(ScenarioCard.class)
                .orElseThrow(() -> Check.notFound("scenario", scenarioId)));
    }
}
