package scenariorca.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Most actions in the figures and the picture of an outline; the older ones are only in its pages. */
    private static final int MAX_MOMENTS = 100_000;

    private final ReportSession inquiry;

    UserJourneyReport(ReportSession inquiry) {
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
        return inquiry.askToday((snapshot, today) -> answer(snapshot, subject(snapshot, question, today)));
    }

    /**
     * The journey condensed, with the actions of one page.
     *
     * @param limit most actions on the page, 1 to 1000
     * @param number which page, from 1; the first has the newest actions
     */
    public Answer<JourneyOutline> outline(Question question, int limit, int number) {
        Check.within("limit", limit, 1, PageRequest.MAX_LIMIT);
        return inquiry.askToday(
                (snapshot, today) -> outline(snapshot, subject(snapshot, question, today), limit, number));
    }

    /** The actions themselves, the newest first. */
    public Answer<Page<UserAction>> actions(Question question, PageRequest request) {
        var scope = new Cursor.Scope("user/actions", question);
        Cursor cursor = scope.read(request.cursor());
        return inquiry.askToday((snapshot, today) -> {
            Page<Placed> page = Page.of(
                    subject(snapshot, question, today)
                            .on(snapshot.query("report/user_actions.sql"))
                            .with("after_time", Cursor.instant(cursor, 0))
                            .with("after_key", Cursor.bigNumber(cursor, 1))
                            .with("sort", (String) null)
                            .with("row_offset", 0)
                            .with("row_limit", request.rowLimit())
                            .list(Placed.class),
                    request,
                    scope,
                    placed -> List.of(placed.action().timestamp(), placed.userActionKey()));
            return new Page<>(page.items().stream().map(Placed::action).toList(), page.next());
        });
    }

    /** @param order by when, what, scenario, worked or details */
    public Answer<OrderedPage<UserAction>> actions(Question question, RowOrder order) {
        return inquiry.askToday((snapshot, today) -> order.read(
                subject(snapshot, question, today)
                        .on(snapshot.inOrder("report/user_actions.sql"))
                        .with("after_time", (Instant) null)
                        .with("after_key", (Long) null)
                        .with("row_offset", 0),
                UserAction.class));
    }

    /** All sessions, the newest first. */
    public Answer<Page<UserSession>> sessions(Question question) {
        return inquiry.askToday((snapshot, today) -> {
            List<Action> actions =
                    moments(snapshot, subject(snapshot, question, today), Page.MOST_ROWS, new HashMap<>()).stream()
                            .map(JourneyOutline.Moment::action)
                            .toList();
            return new Page<>(
                    Session.of(actions).reversed().stream()
                            .map(UserJourneyReport::session)
                            .toList(),
                    null);
        });
    }

    /** An action and its place among those of the same time. */
    private record Placed(UserAction action, long userActionKey) {}

    /** Whose actions, since when, on what. */
    private record DiagnosedRun(
            Question question, int userKey, @Nullable Integer scenarioKey, Instant from) {
        Query on(Query query) {
            return query.with("user_key", userKey)
                    .with("scenario_key", scenarioKey)
                    .with("from_time", from);
        }
    }

    private static DiagnosedRun subject(Snapshot snapshot, Question question, LocalDate today) {
        int userKey = snapshot.query("report/user.sql")
                .with("user_id", question.userId())
                .first(row -> row.number("user_key"))
                .orElseThrow(() -> Check.notFound("user", question.userId()));
        UUID scenarioId = question.scenarioId();
        Integer scenarioKey = scenarioId == null
                ? null
                : ScenarioRef.find(snapshot, scenarioId).key();
        return new DiagnosedRun(
                question, userKey, scenarioKey, question.window().start(today));
    }

    private static List<UserAction> newest(Snapshot snapshot, DiagnosedRun subject, int offset, int limit) {
        return subject.on(snapshot.query("report/user_actions.sql"))
                .with("after_time", Cursor.instant(null, 0))
                .with("after_key", Cursor.bigNumber(null, 1))
                .with("sort", (String) null)
                .with("row_offset", offset)
                .with("row_limit", limit)
                .list(UserAction.class);
    }

    private static long count(Snapshot snapshot, DiagnosedRun subject, int listed, int most) {
        return listed < most
                ? listed
                : subject.on(snapshot.query("report/user_action_count.sql")).count();
    }

    private static JourneyOutline outline(Snapshot snapshot, DiagnosedRun subject, int limit, int number) {
        Map<UUID, String> names = new HashMap<>();
        List<JourneyOutline.Moment> moments = moments(snapshot, subject, MAX_MOMENTS, names);
        long count = count(snapshot, subject, moments.size(), MAX_MOMENTS);
        int pages = (int) Math.max(1, (count + limit - 1) / limit);
        Check.within("page", number, 1, pages);
        List<Action> plain = moments.stream().map(JourneyOutline.Moment::action).toList();
        List<Session> sessions = Session.of(plain);
        Question question = subject.question();
        return new JourneyOutline(
                question.userId(),
                question.window().days(),
                count,
                moments,
                sessions.stream().map(UserJourneyReport::session).toList(),
                metrics(JourneyMetrics.of(plain, sessions, question.window().days()), sessions.size()),
                names,
                newest(snapshot, subject, (number - 1) * limit, limit),
                number,
                pages);
    }

    /** The newest, the oldest of them first. */
    private static List<JourneyOutline.Moment> moments(
            Snapshot snapshot, DiagnosedRun subject, int limit, Map<UUID, String> names) {
        return subject.on(snapshot.query("report/user_moments.sql"))
                .with("row_limit", limit)
                .list(row -> moment(row, names))
                .reversed();
    }

    private static JourneyOutline.Moment moment(Row row, Map<UUID, String> names) {
        JourneyOutline.Moment moment = row.as(JourneyOutline.Moment.class);
        UUID scenario = moment.action().scenario();
        String name = row.textOrNull("scenario_name");
        if (scenario != null && name != null) {
            names.put(scenario, name);
        }
        return moment;
    }

    private static UserJourney answer(Snapshot snapshot, DiagnosedRun subject) {
        Question question = subject.question();
        List<UserAction> actions = newest(snapshot, subject, 0, MAX_ACTIONS).reversed();
        long count = count(snapshot, subject, actions.size(), MAX_ACTIONS);
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
