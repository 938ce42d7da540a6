package scenariorca.report;

import java.util.UUID;
import scenariorca.warehouse.Snapshot;

/** A scenario that was asked for and exists. */
record ScenarioRef(int key, UUID id) {
    /** @throws scenariorca.platform.RcaException NOT_FOUND, naming the id */
    static ScenarioRef find(Snapshot snapshot, UUID id) {
        return snapshot.query("report/scenario.sql")
                .with("scenario_id", id)
                .first(ScenarioRef.class)
                .orElseThrow(() -> Check.notFound("scenario", id));
    }
}
