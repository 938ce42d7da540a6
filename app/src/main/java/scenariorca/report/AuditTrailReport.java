package scenariorca.report;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.Snapshot;

/** What happened to this scenario, when, and by whom? */
public final class AuditTrailReport {
    public static final List<String> EVENT_TYPES =
            List.of("state_change", "input_change", "event_change", "run_started", "run_completed", "user_action");
    /** Most events on one page. */
    public static final int PAGE = 10_000;

    private final ReportSession inquiry;

    AuditTrailReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Which events are asked for.
     *
     * @param eventTypes only these; all when empty
     * @param limit most events on the page, 1 to 10,000
     * @param cursor where the page before ended; null for the first
     * @param asOf as of when; null for now
     */
    public record Question(
            UUID scenarioId,
            Period period,
            List<String> eventTypes,
            int limit,
            @Nullable String cursor,
            @Nullable PastTime asOf) {
        public Question {
            Check.eachOneOf("event_types", eventTypes, EVENT_TYPES);
            Check.within("limit", limit, 1, PAGE);
            eventTypes = eventTypes.stream().distinct().sorted().toList();
        }

        private Cursor.Scope scope() {
            return new Cursor.Scope(
                    "audit-trail", List.of(scenarioId, period, eventTypes, asOf == null ? "" : asOf.text()));
        }
    }

    /** A row and its place in the order. */
    private record Placed(AuditTrail.Event event, String auditKey) {}

    public Answer<AuditTrail> answer(Question question) {
        Cursor cursor = question.scope().read(question.cursor());
        return inquiry.askAsOf(question.asOf(), moment -> answer(moment, question, cursor));
    }

    private static AuditTrail answer(Moment moment, Question question, @Nullable Cursor cursor) {
        Snapshot snapshot = moment.snapshot();
        ScenarioRef scenario = ScenarioRef.find(snapshot, question.scenarioId());
        List<Placed> rows = filtered(snapshot.query("report/audit_trail.sql"), scenario, question)
                .with("after_time", Cursor.instant(cursor, 0))
                .with("after_key", Cursor.text(cursor, 1))
                .with("row_limit", question.limit() + 1)
                .list(Placed.class);
        boolean isLast = rows.size() <= question.limit();
        List<Placed> page = isLast ? rows : rows.subList(0, question.limit());
        long count = cursor == null && isLast
                ? rows.size()
                : filtered(snapshot.query("report/audit_trail_count.sql"), scenario, question)
                        .count();
        String next = isLast
                ? null
                : question.scope()
                        .write(List.of(
                                page.getLast().event().timestamp(),
                                page.getLast().auditKey()));
        return new AuditTrail(
                scenario.id(), count, page.stream().map(Placed::event).toList(), next, moment.known());
    }

    private static Query filtered(Query query, ScenarioRef scenario, Question question) {
        return query.with("scenario_key", scenario.key())
                .with("from_time", question.period().from())
                .with("until_time", question.period().until())
                .withAny("event_types", question.eventTypes());
    }
}
