package scenariorca.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.journey.Action;
import scenariorca.journey.JourneyMetrics;
import scenariorca.journey.Session;
import scenariorca.report.UserJourney.Metrics;
import scenariorca.report.UserJourney.UserAction;
import scenariorca.report.UserJourney.UserSession;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;

/** What did this user do, in which sittings? */
public final class UserJourneyReport {
    /** Most actions listed; the older ones are counted as omitted. */
    private static final int MAX_ACTIONS = 10_000;

    private final Inquiry inquiry;

    UserJourneyReport(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Which actions are asked for.
     *
     * @param scenarioId only actions on this scenario; all when null
     */
    public record Question(
            String userId, Window window, @Nullable UUID scenarioId) {
        public Question {
            Check.text("user_id", userId);
        }
    }

    public Answer<UserJourney> answer(Question question) {
        return inquiry.askToday((snapshot, today) -> answer(snapshot, question, today));
    }

    private static UserJourney answer(Snapshot snapshot, Question question, LocalDate today) {
        int userKey = snapshot.query("report/user.sql")
                .with("user_id", question.userId())
                .first(row -> row.number("user_key"))
                .orElseThrow(() -> Check.notFound("user", question.userId()));
        UUID scenarioId = question.scenarioId();
        Integer scenarioKey = scenarioId == null
                ? null
                : ScenarioRef.find(snapshot, scenarioId).key();
        List<UserAction> actions = filtered(
                        snapshot.query("report/user_actions.sql"), userKey, scenarioKey, question, today)
                .with("row_limit", MAX_ACTIONS)
                .list(UserJourneyReport::action)
                .reversed();
        long count = actions.size() < MAX_ACTIONS
                ? actions.size()
                : filtered(snapshot.query("report/user_action_count.sql"), userKey, scenarioKey, question, today)
                        .one(row -> row.bigNumber("action_count"));
        List<Action> plain = actions.stream()
                .map(action ->
                        new Action(action.timestamp(), action.actionType(), action.scenarioId(), action.success()))
                .toList();
        List<Session> sessions = Session.of(plain);
        return new UserJourney(
                question.userId(),
                question.window().days(),
                count,
                actions,
                count - actions.size(),
                sessions.stream().map(UserJourneyReport::session).toList(),
                metrics(JourneyMetrics.of(plain, sessions, question.window().days()), sessions.size()));
    }

    private static Query filtered(
            Query query, int userKey, @Nullable Integer scenarioKey, Question question, LocalDate today) {
        return query.with("user_key", userKey)
                .with("scenario_key", scenarioKey)
                .with("from_time", question.window().start(today));
    }

    private static UserAction action(Row row) {
        return new UserAction(
                row.instant("action_timestamp"),
                row.text("action_type"),
                row.text("action_category"),
                row.text("target_entity_type"),
                row.uuid("target_entity_id"),
                row.uuidOrNull("scenario_id"),
                row.textOrNull("scenario_name"),
                row.flagOrNull("success"),
                row.bigNumberOrNull("request_duration_ms"),
                row.textOrNull("error_message"),
                row.uuidOrNull("correlation_id"),
                row.textOrNull("request_endpoint"),
                row.textOrNull("http_method"),
                row.jsonOrNull("action_details"));
    }

    private static UserSession session(Session session) {
        return new UserSession(
                session.startedAt(),
                session.endedAt(),
                seconds(session.length()),
                session.actions().size(),
                session.failedActions(),
                session.mostCommonAction(),
                session.scenarios());
    }

    private static Metrics metrics(JourneyMetrics metrics, int sessionCount) {
        return new Metrics(
                BigDecimal.valueOf(metrics.actionsPerDay()).setScale(2, RoundingMode.HALF_UP),
                metrics.activeDays(),
                metrics.mostCommonAction().orElse(null),
                metrics.failedActions(),
                metrics.scenarioCount(),
                sessionCount,
                sessionCount == 0 ? null : seconds(metrics.averageSession()),
                sessionCount == 0 ? null : seconds(metrics.longestSession()),
                metrics.actionsByType());
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 9).setScale(3, RoundingMode.HALF_UP);
    }
}
