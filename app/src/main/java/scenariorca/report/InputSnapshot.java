package scenariorca.report;

import java.util.List;
import scenariorca.warehouse.Snapshot;

/** Which input version of each node a run used. */
final class InputSnapshot {
    /** More nodes than any model has. */
    private static final int MAX_NODES = 20_000;

    private InputSnapshot() {}

    /** By node name; a node whose branches used different versions is there once for each. */
    static List<RunDiagnostics.UsedInput> of(Snapshot snapshot, FoundRun run) {
        return snapshot.query("report/run_input_snapshot.sql")
                .with("run_id", run.id())
                .with("scenario_key", run.scenarioKey())
                .with("run_started_at", run.startedAt())
                .with("row_limit", MAX_NODES)
                .list(RunDiagnostics.UsedInput.class);
    }
}
