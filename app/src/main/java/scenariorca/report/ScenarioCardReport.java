package scenariorca.report;

import java.util.UUID;
import scenariorca.warehouse.Row;

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
                .first(ScenarioCardReport::card)
                .orElseThrow(() -> Check.notFound("scenario", scenarioId)));
    }

    private static ScenarioCard card(Row row) {
        return new ScenarioCard(
                row.uuid("scenario_id"),
                row.textOrNull("scenario_name"),
                row.textOrNull("current_status"),
                row.uuid("model_id"),
                row.textOrNull("model_name"),
                row.textOrNull("therapeutic_area"),
                row.textOrNull("disease_area"),
                row.textOrNull("cycle_name"),
                row.textOrNull("region_name"),
                row.textOrNull("country_name"),
                row.textOrNull("currency"),
                row.numberOrNull("scenario_start_year"),
                row.numberOrNull("scenario_end_year"),
                row.flagOrNull("is_starter"),
                row.textOrNull("created_by"),
                row.instantOrNull("created_at"));
    }
}
