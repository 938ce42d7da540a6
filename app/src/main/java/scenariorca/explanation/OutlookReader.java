package scenariorca.explanation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.preflight.Outlook;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;

/** Gathers what is known before a run, by the same questions as after one. */
public final class OutlookReader {
    private record Found(DiagnosedRun run, Outlook.Lately lately, Outlook.Duration duration) {
        static Found of(Row row) {
            return new Found(
                    DiagnosedRun.of(row),
                    new Outlook.Lately(
                            row.uuidOrNull("last_run_id"),
                            row.flag("has_last_failed"),
                            row.textOrNull("last_class"),
                            row.flag("is_suspect_unchanged"),
                            row.flag("has_changed_since_last"),
                            row.number("own_runs"),
                            row.number("own_failures"),
                            row.flag("has_worked"),
                            new Outlook.Others(
                                    row.number("other_scenarios"),
                                    row.number("other_failing"),
                                    row.number("model_failing"))),
                    new Outlook.Duration(Counts.real(row, "usual_seconds"), Counts.real(row, "slow_seconds")));
        }
    }

    private OutlookReader() {}

    /**
     * The outlook for a run started at a time; empty when the warehouse does not know the scenario.
     *
     * @param typed inputs as they would be, instead of those that stand
     */
    public static Optional<Outlook> read(Snapshot snapshot, UUID scenarioId, Instant at, TypedInputs typed) {
        snapshot.query("report/explanation/settings.sql").one(row -> row.text("plan_cache_mode"));
        return snapshot.query("report/preflight/outlook.sql")
                .with("scenario_id", scenarioId)
                .with("at", at)
                .first(Found::of)
                .map(found -> read(snapshot, found, typed));
    }

    private static Outlook read(Snapshot snapshot, Found found, TypedInputs typed) {
        DiagnosedRun run = found.run();
        BaselineRun counterpart = BaselineRun.choose(snapshot, run);
        InputEvidence inputs = InputEvidence.read(snapshot, run, counterpart, typed);
        List<InputChange> changes = new LeafStatistics(snapshot, run).complete(inputs.drafts(), Set.of());
        return new Outlook(
                run.run(),
                counterpart.baseline(),
                changes,
                InputRules.read(snapshot, run, counterpart, inputs.pairs()),
                ModelGraph.changes(snapshot, run, counterpart),
                found.lately(),
                found.duration());
    }
}
