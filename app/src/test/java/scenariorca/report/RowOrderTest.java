package scenariorca.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.platform.RcaException;
import scenariorca.report.UserJourney.UserAction;

/** Lists of more than 3,000 rows in the order of each of their columns. */
final class RowOrderTest {
    private static final int ROWS = 3_000;
    private static final int LIMIT = 700;
    private static final ReportDatabase DATABASE = ReportDatabase.filled("row_order");
    private static final ReportSession SESSION = DATABASE.inquiry();

    /** Copies of rows that the small warehouse has, each with an id and figures of its own. */
    @BeforeAll
    static void fill() {
        DATABASE.execute("""
                insert into fact_scenario_run overriding system value
                select copied.*
                from generate_series(1, %1$d) as no
                cross join fact_scenario_run as run
                cross join lateral jsonb_populate_record(run, jsonb_build_object(
                    'run_id', gen_random_uuid(), 'run_fact_key', 100000 + no,
                    'run_started_at', run.run_started_at + no * interval '7 seconds',
                    'duration_seconds', case when no %% 9 > 0 then no * 7919 %% 1000 end,
                    'fail_reason', 'Reason ' || no * 7919 %% 500)) as copied
                where run.run_id = (select run_id from fact_scenario_run order by run_started_at, run_id limit 1);
                insert into dim_scenario overriding system value
                select copied.*
                from generate_series(1, %1$d) as no
                cross join dim_scenario as scenario
                cross join lateral jsonb_populate_record(scenario, jsonb_build_object(
                    'scenario_key', 100000 + no, 'scenario_id', gen_random_uuid(),
                    'scenario_name', 'Copy ' || no * 7919 %% 700)) as copied
                where scenario.scenario_key = (select scenario_key from dim_scenario where scenario_key > 0 order by scenario_key limit 1);
                insert into dim_user overriding system value
                select copied.*
                from generate_series(1, %1$d) as no
                cross join dim_user as person
                cross join lateral jsonb_populate_record(person, jsonb_build_object(
                    'user_key', 100000 + no, 'user_id', 'copy' || no,
                    'last_seen_at', person.last_seen_at + no * 7919 %% 1000 * interval '1 second')) as copied
                where person.user_key = (select user_key from dim_user where user_key > 0 order by user_key limit 1);
                insert into dim_release overriding system value
                select copied.*
                from generate_series(1, %1$d) as no
                cross join dim_release as release
                cross join lateral jsonb_populate_record(release, jsonb_build_object(
                    'release_key', 100000 + no, 'release_name', 'r' || no * 7919 %% 900,
                    'released_at', '2026-02-10T01:00:00Z'::timestamptz + no * interval '1 second')) as copied
                where release.release_key = (select release_key from dim_release where release_key > 0 order by release_key limit 1);
                insert into fact_user_action overriding system value
                select copied.*
                from generate_series(1, %1$d) as no
                cross join fact_user_action as action
                cross join lateral jsonb_populate_record(action, jsonb_build_object(
                    'user_action_key', 100000 + no, 'action_type', 'copied_' || no * 7919 %% 300,
                    'action_timestamp', action.action_timestamp - no * interval '1 second')) as copied
                where
                    action.user_action_key = (
                        select newest.user_action_key
                        from fact_user_action as newest
                        inner join dim_user as person using (user_key)
                        where person.user_id = 'jdoe'
                        order by newest.action_timestamp desc
                        limit 1)
                """.formatted(ROWS));
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    /** All pages of a list, which tell one count and no row twice. */
    private static <T> List<T> all(
            String column, boolean isAscending, Function<RowOrder, Answer<OrderedPage<T>>> list) {
        List<T> rows = new ArrayList<>();
        OrderedPage<T> first =
                list.apply(new RowOrder(column, isAscending, 1, LIMIT)).content();
        assertThat(first.count()).as("rows of the list").isGreaterThan(ROWS);
        for (int number = 1; number <= first.pages(); number++) {
            OrderedPage<T> page =
                    list.apply(new RowOrder(column, isAscending, number, LIMIT)).content();
            assertThat(page.count()).isEqualTo(first.count());
            assertThat(page.items()).hasSize((int) Math.min(LIMIT, first.count() - (number - 1L) * LIMIT));
            rows.addAll(page.items());
        }
        assertThat(rows).as(column).hasSize((int) first.count());
        assertThat(new HashSet<>(rows)).as(column).hasSameSizeAs(rows);
        return rows;
    }

    /** In both directions, with what is not known last in both. */
    private static <T, V extends Comparable<? super V>> void isInOrder(
            String column, Function<RowOrder, Answer<OrderedPage<T>>> list, Function<T, @Nullable V> value) {
        Comparator<V> up = Comparator.naturalOrder();
        assertThat(all(column, true, list))
                .as("%s, ascending", column)
                .isSortedAccordingTo(Comparator.comparing(value, Comparator.nullsLast(up)));
        assertThat(all(column, false, list))
                .as("%s, descending", column)
                .isSortedAccordingTo(Comparator.comparing(value, Comparator.nullsLast(up.reversed())));
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    @Test
    void runs_are_in_order_over_all_pages() {
        Function<RowOrder, Answer<OrderedPage<RunRow>>> runs =
                order -> new RunsReport(SESSION).answer(RunsReport.Filter.ALL, order);

        isInOrder("took", runs, RunRow::durationSeconds);
        isInOrder("started", runs, RunRow::startedAt);
        isInOrder("outcome", runs, RunRow::outcome);
        isInOrder("scenario", runs, run -> lower(run.scenarioName()));
        isInOrder("by", runs, run -> lower(run.runBy()));
        isInOrder("says", runs, run -> lower(run.sentence()));
    }

    @Test
    void scenarios_are_in_order_over_all_pages() {
        var any = new ScenariosReport.Filter(null, null, null, null, null, null);
        Function<RowOrder, Answer<OrderedPage<ScenarioRow>>> scenarios =
                order -> new ScenariosReport(SESSION).answer(any, order);

        isInOrder("scenario", scenarios, row -> lower(row.scenarioName()));
        isInOrder("model", scenarios, row -> lower(row.modelName()));
        isInOrder("owner", scenarios, row -> lower(row.createdBy()));
        isInOrder("status", scenarios, row -> lower(row.currentStatus()));
        isInOrder("runs", scenarios, ScenarioRow::runCount);
        isInOrder("last_run", scenarios, ScenarioRow::lastRunAt);
        isInOrder("success", scenarios, ScenarioRow::successRate);
        isInOrder("streak", scenarios, ScenarioRow::failureStreak);
    }

    @Test
    void changes_are_in_order_over_all_pages() {
        var filter = new ChangesReport.Filter(Period.between("2026-02-01", null), List.of(), null);
        Function<RowOrder, Answer<OrderedPage<ChangeRow>>> changes =
                order -> new ChangesReport(SESSION).answer(filter, order);

        isInOrder("when", changes, ChangeRow::changedAt);
        isInOrder("kind", changes, ChangeRow::kind);
        isInOrder("what", changes, row -> lower(row.description()));
        isInOrder("by", changes, row -> lower(row.changedBy()));
        isInOrder("scenario", changes, row -> lower(row.scenarioId() == null ? row.modelName() : row.scenarioName()));
        isInOrder("failed", changes, ChangeRow::failedRuns);
    }

    @Test
    void actions_and_users_are_in_order_over_all_pages() {
        var question = new UserJourneyReport.Question("jdoe", new Window(90), null);
        Function<RowOrder, Answer<OrderedPage<UserAction>>> actions =
                order -> new UserJourneyReport(SESSION).actions(question, order);
        Function<RowOrder, Answer<OrderedPage<UserRow>>> users = order -> new UsersReport(SESSION).answer(null, order);

        isInOrder("when", actions, UserAction::timestamp);
        isInOrder("what", actions, action -> lower(action.actionType()));
        isInOrder("scenario", actions, action -> lower(action.scenarioName()));
        isInOrder("worked", actions, UserAction::success);
        isInOrder("user", users, user -> lower(user.userId()));
        isInOrder("first", users, UserRow::firstSeenAt);
        isInOrder("last", users, UserRow::lastSeenAt);
    }

    @Test
    void a_page_beyond_the_last_is_refused() {
        assertThatThrownBy(() -> new UsersReport(SESSION).answer(null, new RowOrder("user", true, 99, LIMIT)))
                .isInstanceOf(RcaException.class)
                .hasMessageContaining("page");
        assertThatThrownBy(() -> new RowOrder("user", true, 0, LIMIT)).isInstanceOf(RcaException.class);
    }
}
