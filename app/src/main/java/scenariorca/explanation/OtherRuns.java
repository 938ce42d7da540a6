package scenariorca.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.ConfirmedCause;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.Neighbours;
import scenariorca.diagnosis.evidence.PastFix;
import scenariorca.diagnosis.evidence.PatternSpread;
import scenariorca.diagnosis.evidence.PlatformRelease;
import scenariorca.diagnosis.evidence.Retries;
import scenariorca.diagnosis.evidence.SameInputs;
import scenariorca.diagnosis.evidence.SimilarFailure;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;

/** What other runs tell about a run: who else failed, who passed with the same inputs, what helped before. */
public final class OtherRuns {
    private static final int MAX_SIMILAR = 10;
    private static final int MAX_FIXES = 100;
    private static final int MAX_RELEASES = 20;
    private static final int MAX_CONFIRMED = 20;
    /** No scenario has this key. */
    private static final int NO_SCENARIO = 0;

    private OtherRuns() {}

    static PatternSpread spread(Snapshot snapshot, DiagnosedRun subject) {
        return snapshot.query("report/explanation/spread.sql")
                .with("scenario_key", subject.scenarioKey())
                .with("model_key", subject.modelKey())
                .with("lineage_id", subject.lineageId())
                .with("error_pattern_key", subject.patternKey())
                .with("started_at", subject.startedAt())
                .one(row -> new PatternSpread(
                        Counts.of(row, "scenarios_around"),
                        Counts.of(row, "models_around"),
                        Counts.of(row, "failed_around"),
                        Counts.of(row, "passed_around"),
                        Counts.real(row, "usual_scenarios", 0),
                        Counts.real(row, "usual_failed_share", 0),
                        Counts.of(row, "runs_in_month"),
                        Counts.of(row, "scenarios_in_month"),
                        subject.patternFirstSeenAt()));
    }

    /** @param nodes where the run failed */
    static Neighbours neighbours(Snapshot snapshot, DiagnosedRun subject, Set<NodeId> nodes) {
        return snapshot.query("report/explanation/neighbours.sql")
                .with("lineage_id", subject.lineageId())
                .with("model_key", subject.modelKey())
                .with("started_at", subject.startedAt())
                .withAny(
                        "node_ids",
                        nodes.stream().map(NodeId::toString).sorted().toList())
                .one(Neighbours.class);
    }

    static Retries retries(Snapshot snapshot, DiagnosedRun subject) {
        return subject.patternKey() == null
                ? Retries.NONE
                : snapshot.query("report/explanation/pattern_retries.sql")
                        .with("error_pattern_key", subject.patternKey())
                        .with("until_time", subject.startedAt())
                        .one(Retries.class);
    }

    /** Those between the baseline and the run; none without a baseline run. */
    static List<PlatformRelease> releases(Snapshot snapshot, DiagnosedRun subject, @Nullable Instant from) {
        return from == null
                ? List.of()
                : snapshot.query("report/explanation/releases_between.sql")
                        .with("from_time", from)
                        .with("until_time", subject.startedAt())
                        .with("row_limit", MAX_RELEASES)
                        .list(row -> new PlatformRelease(
                                row.text("release_name"), row.text("service_name"), row.instant("released_at")));
    }

    static SameInputs sameInputs(Snapshot snapshot, DiagnosedRun subject) {
        if (subject.inputSnapshotHash() == null) {
            return SameInputs.NONE;
        }
        return snapshot.query("report/explanation/same_inputs.sql")
                .with("scenario_key", subject.scenarioKey())
                .with("run_id", subject.runId())
                .with("started_at", subject.startedAt())
                .with("input_snapshot_hash", subject.inputSnapshotHash())
                .one(row -> {
                    UUID passed = row.uuidOrNull("passed_run_id");
                    return new SameInputs(
                            Counts.of(row, "passed"),
                            Counts.of(row, "failed"),
                            passed == null ? null : new RunId(passed));
                });
    }

    static List<SimilarFailure> similar(Snapshot snapshot, DiagnosedRun subject) {
        if (subject.patternKey() == null) {
            return List.of();
        }
        return snapshot.query("report/explanation/similar_failures.sql")
                .with("scenario_key", subject.scenarioKey())
                .with("error_pattern_key", subject.patternKey())
                .with("started_at", subject.startedAt())
                .with("row_limit", MAX_SIMILAR)
                .list(row -> new SimilarFailure(
                        new RunId(row.uuid("run_id")), row.text("scenario_name"), row.instant("run_started_at")));
    }

    static List<ConfirmedCause> confirmed(Snapshot snapshot, DiagnosedRun subject) {
        return subject.patternKey() == null
                ? List.of()
                : snapshot.query("report/explanation/confirmed_causes.sql")
                        .with("error_pattern_key", subject.patternKey())
                        .with("until_time", subject.startedAt())
                        .with("row_limit", MAX_CONFIRMED)
                        .list(row -> {
                            UUID node = row.uuidOrNull("node_id");
                            return new ConfirmedCause(
                                    row.text("cause_class"),
                                    node == null ? null : new NodeId(node),
                                    row.textOrNull("input"),
                                    Counts.of(row, "runs"));
                        });
    }

    /**
     * What was changed when runs with an error pattern recovered.
     *
     * @param recoveries failed runs with the pattern whose scenario succeeded with its next run
     * @param fixes inputs changed in between, the most frequent first, at most 100
     */
    public record Recoveries(int recoveries, List<PastFix> fixes) {
        static final Recoveries NONE = new Recoveries(0, List.of());

        public Recoveries {
            fixes = List.copyOf(fixes);
        }
    }

    static Recoveries recoveries(Snapshot snapshot, DiagnosedRun subject) {
        Integer pattern = subject.patternKey();
        return pattern == null
                ? Recoveries.NONE
                : recoveries(snapshot, pattern, subject.scenarioKey(), subject.startedAt());
    }

    /** The recoveries from an error pattern in the year before a time, in any scenario. */
    public static Recoveries recoveries(Snapshot snapshot, int patternKey, Instant until) {
        return recoveries(snapshot, patternKey, NO_SCENARIO, until);
    }

    private static Recoveries recoveries(Snapshot snapshot, int patternKey, int withoutScenario, Instant until) {
        var fixes = new ArrayList<PastFix>();
        List<Integer> counts = snapshot.query("report/explanation/past_fixes.sql")
                .with("error_pattern_key", patternKey)
                .with("without_scenario_key", withoutScenario)
                .with("until_time", until)
                .with("row_limit", MAX_FIXES)
                .list(row -> {
                    PastFix fix = fix(row);
                    if (fix != null) {
                        fixes.add(fix);
                    }
                    return Counts.of(row, "all_recoveries");
                });
        return new Recoveries(counts.isEmpty() ? 0 : counts.getFirst(), fixes);
    }

    private static @Nullable PastFix fix(Row row) {
        UUID node = row.uuidOrNull("node_id");
        if (node == null) {
            return null;
        }
        return new PastFix(
                new NodeId(node),
                row.text("node_name"),
                row.text("input"),
                InputChange.Direction.valueOf(row.text("direction").toUpperCase(Locale.ROOT)),
                Counts.of(row, "recovery_count"),
                Counts.real(row, "bound"));
    }
}
