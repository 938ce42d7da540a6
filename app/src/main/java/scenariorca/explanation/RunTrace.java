package scenariorca.explanation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import scenariorca.diagnosis.evidence.Completeness;
import scenariorca.diagnosis.evidence.EarlierCalc;
import scenariorca.diagnosis.evidence.FailedCalc;
import scenariorca.diagnosis.evidence.LogEvidence;
import scenariorca.diagnosis.evidence.Transition;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;
import scenariorca.scenario.RunOutcome;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;

/** What a run left behind: failed calculations, log events; and the life of its scenario. */
final class RunTrace {
    private static final int MAX_CALCULATIONS = 2_000;
    private static final int MAX_LOG_EVENTS = 200;
    private static final int MAX_AMBIENT = 100;
    private static final int MAX_TRANSITIONS = 20;
    /** What belongs to no run is looked for from this long before its start to this long after its end. */
    private static final Duration AMBIENT = Duration.ofHours(6);

    private static final Duration AMBIENT_AFTER = Duration.ofMinutes(5);
    /** Log events of a run are looked for from this long before its start to this long after its end. */
    private static final Duration LOG_MARGIN = Duration.ofDays(1);
    /** A run that has not ended may have logged for this long. */
    private static final Duration LONGEST_RUN = Duration.ofDays(7);

    private RunTrace() {}

    static List<FailedCalc> failedCalcs(Snapshot snapshot, DiagnosedRun subject) {
        return snapshot.query("report/explanation/failed_calculations.sql")
                .with("run_id", subject.runId())
                .with("scenario_key", subject.scenarioKey())
                .with("is_over", subject.run().outcome().isFailure())
                .with("row_limit", MAX_CALCULATIONS)
                .list(row -> new FailedCalc(
                        new NodeId(row.uuid("node_id")),
                        row.text("branch"),
                        RunOutcome.of(row.text("calc_outcome")),
                        row.textOrNull("error_message"),
                        row.textOrNull("error_category"),
                        row.textOrNull("fingerprint"),
                        row.instantOrNull("ended_at")));
    }

    /** How nodes went in the failed runs of the scenario since the baseline. */
    static List<EarlierCalc> earlier(
            Snapshot snapshot, DiagnosedRun subject, BaselineRun counterpart, Set<NodeId> nodes) {
        return nodes.isEmpty()
                ? List.of()
                : snapshot.query("report/explanation/earlier_calculations.sql")
                        .with("run_id", subject.runId())
                        .with("scenario_key", subject.scenarioKey())
                        .with("started_at", subject.startedAt())
                        .with("from_time", counterpart.isOwn() ? counterpart.startedAt() : null)
                        .withAny(
                                "node_ids",
                                nodes.stream().map(NodeId::toString).sorted().toList())
                        .with("row_limit", MAX_CALCULATIONS)
                        .list(row -> new EarlierCalc(
                                new RunId(row.uuid("run_id")),
                                row.instant("run_started_at"),
                                new NodeId(row.uuid("node_id")),
                                row.text("branch"),
                                RunOutcome.of(row.text("calc_outcome")),
                                row.textOrNull("fingerprint")));
    }

    /**
     * Its log events.
     *
     * @param count all of them, those not listed included
     */
    record Log(List<LogEvidence> events, int count) {}

    private record Event(LogEvidence evidence, int count) {}

    static Log log(Snapshot snapshot, DiagnosedRun subject, BaselineRun counterpart) {
        Instant ended = subject.run().endedAt();
        Instant until = (ended == null ? subject.startedAt().plus(LONGEST_RUN) : ended).plus(LOG_MARGIN);
        List<Event> events = snapshot.query("report/explanation/log.sql")
                .with("run_id", subject.runId())
                .with("correlation_id", subject.run().correlationId())
                .with("baseline_id", counterpart.runId())
                .with("baseline_started_at", counterpart.startedAt())
                .with("started_at", subject.startedAt())
                .with("from_time", subject.startedAt().minus(LOG_MARGIN))
                .with("until_time", until)
                .with("row_limit", MAX_LOG_EVENTS)
                .list(RunTrace::event);
        return new Log(
                events.stream().map(Event::evidence).toList(),
                events.isEmpty() ? 0 : events.getFirst().count());
    }

    private static Event event(Row row) {
        UUID node = row.uuidOrNull("node_id");
        var evidence = new LogEvidence(
                row.bigNumber("log_key"),
                row.text("severity"),
                row.text("message"),
                row.textOrNull("error_category"),
                row.textOrNull("fingerprint"),
                node == null ? null : new NodeId(node),
                Counts.of(row, "passed_runs_with"),
                row.flag("is_in_baseline"),
                row.instant("log_timestamp"));
        return new Event(evidence, Counts.of(row, "event_count"));
    }

    /** Loud log events of the hours before its end that belong to no run and are not as usual on other days. */
    static List<LogEvidence> ambient(Snapshot snapshot, DiagnosedRun subject) {
        Instant ended = subject.run().endedAt();
        Instant until = ended == null ? subject.startedAt() : ended;
        return snapshot.query("report/explanation/ambient_log.sql")
                .with("from_time", subject.startedAt().minus(AMBIENT))
                .with("until_time", until.plus(AMBIENT_AFTER))
                .with("row_limit", MAX_AMBIENT)
                .list(row -> new LogEvidence(
                        row.bigNumber("log_key"),
                        row.text("severity"),
                        row.text("message"),
                        row.textOrNull("error_category"),
                        row.textOrNull("fingerprint"),
                        null,
                        0,
                        false,
                        row.instant("log_timestamp")));
    }

    static List<Transition> transitions(Snapshot snapshot, DiagnosedRun subject) {
        return snapshot.query("report/explanation/transitions.sql")
                .with("scenario_key", subject.scenarioKey())
                .with("row_limit", MAX_TRANSITIONS)
                .list(row -> new Transition(
                        row.text("transition_type"),
                        Objects.requireNonNullElse(row.textOrNull("user_id"), ""),
                        row.instant("changed_at")));
    }

    static Completeness completeness(Snapshot snapshot, int logEvents, int changesLeftOut) {
        return snapshot.query("report/explanation/completeness.sql")
                .one(row -> new Completeness(
                        row.instantOrNull("logs_complete_to"),
                        row.instantOrNull("source_complete_to"),
                        logEvents,
                        changesLeftOut));
    }
}
