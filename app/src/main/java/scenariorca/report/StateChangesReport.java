package scenariorca.report;

import java.util.UUID;
import scenariorca.report.StateChanges.StateChange;

/** Which statuses did this scenario go through, and who moved it? */
public final class StateChangesReport {
    /** People click these: no scenario has more. */
    private static final int MAX_ROWS = 10_000;

    private final ReportSession inquiry;

    StateChangesReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    public Answer<StateChanges> answer(UUID scenarioId) {
        return inquiry.ask(snapshot -> {
            ScenarioRef scenario = ScenarioRef.find(snapshot, scenarioId);
            return new StateChanges(
                    scenario.id(),
                    snapshot.query("report/state_changes.sql")
                            .with("scenario_key", scenario.key())
                            .with("row_limit", MAX_ROWS)
                            .list(StateChange.class));
        });
    }
}
