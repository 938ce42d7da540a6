package scenariorca.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.TestDatabase;

/** The facts of the five stories, asked of a real database. */
final class StoriesTest {
    private static final Stories STORIES = Stories.endingAt(Recording.END);

    private static TestDatabase database;

    @BeforeAll
    static void simulate() {
        database = TestDatabase.create("stories");
        var properties = new Properties();
        properties.setProperty("user", database.address().user());
        properties.setProperty("password", database.address().password());
        var target = new SimulationTarget(database.address().url(), properties, false, true, null, null);
        Simulation.run(new SimulationRequest(Profile.STANDARD, 11, 0.5, Recording.END), target, line -> {});
        database.execute("set time zone 'UTC'");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void a_share_typed_at_10_52_fails_the_run_of_11_05() {
        assertThat(value("""
                select concat_ws(' ', run_status, run_by, to_char(run_at at time zone 'UTC', 'HH24:MI'), fail_reason)
                from fc_scenario_run where id = '%s'""", Stories.run(1, 1)))
                .matches(
                        "failed jdoe 11:05 Node 'Treatment Share' failed: Treatment shares add up to \\d\\.\\d\\d in \\d+, must not exceed 1");
        assertThat(value("""
                select concat_ws(' ', before.input_data ->> 'market_share', after.input_data ->> 'market_share',
                    after.created_by, to_char(after.created_at at time zone 'UTC', 'HH24:MI'))
                from fc_scenario_node_data as after
                inner join fc_scenario_node_data as before
                    on before.scenario_id = after.scenario_id and before.model_node_id = after.model_node_id
                    and before.end_at = after.created_at
                where after.created_req_id = '%s'""", Stories.request(1, 2))).matches("0\\.10* 0\\.90* mwilson 10:52");
        assertThat(value("""
                select string_agg(run_status, ' ' order by run_at) from fc_scenario_run where scenario_id = '%s'""", Stories.scenario(1, 1))).isEqualTo("success success success failed");
    }

    @Test
    void a_scenario_is_submitted_and_withdrawn_by_the_same_user() {
        assertThat(value("""
                select concat_ws(' ', status, to_char(submitted_at at time zone 'UTC', 'HH24:MI'), submitted_by,
                    to_char(withdraw_at at time zone 'UTC', 'HH24:MI'), withdraw_by)
                from fc_scenario where id = '%s'""", Stories.scenario(2, 1))).isEqualTo("withdrawn 10:30 mwilson 10:35 mwilson");
    }

    @Test
    void one_pattern_fails_32_runs_of_9_scenarios_since_monday() {
        String strict = "like '%treatment_duration must be between 1 and 120 months%'";
        assertThat(value("""
                select concat_ws(' ', count(*), count(distinct scenario_id), trim(to_char(min(run_at at time zone 'UTC'), 'Day')))
                from fc_scenario_run where fail_reason %s""", strict)).isEqualTo("32 9 Monday");
        assertThat(value("""
                select bool_and(run_at > '%s') from fc_scenario_run where fail_reason %s""", STORIES.releasedAt(), strict)).isEqualTo("t");
        assertThat(value("""
                select string_agg(distinct node.node_display_name, ',') from fc_scenario_node_calc as calc
                inner join fc_model_node as node on node.id = calc.model_node_id
                where calc.fail_reason like 'treatment_duration must be between 1 and 120%%'""")).isEqualTo("Treatment Duration");
        assertThat(value("""
                select count(distinct scenario_id) from fc_scenario_run
                where run_status = 'success' and run_at < '%s' and scenario_id::text like '5ce00003%%'""", STORIES.releasedAt())).isEqualTo("9");
    }

    @Test
    void the_outage_fails_many_unrelated_scenarios_after_innocent_edits() {
        assertThat(Integer.parseInt(value("""
                select count(distinct scenario_id) from fc_scenario_run where fail_reason like '%%out of memory%%'"""))).isGreaterThan(9);
        assertThat(value("""
                select bool_and(run_at between '%s' and '%s'::timestamptz + interval '35 minutes') from fc_scenario_run
                where fail_reason like '%%out of memory%%'""", STORIES.outageAt(), STORIES.outageAt())).isEqualTo("t");
        assertThat(value("""
                select concat_ws(' ', run.run_status, count(*)) from fc_scenario_run as run
                inner join fc_scenario_node_data as edit on edit.scenario_id = run.scenario_id
                    and edit.created_at between run.run_at - interval '1 hour' and run.run_at
                where run.id = '%s' group by run.run_status""", Stories.run(4, 1))).isEqualTo("failed 3");
    }

    @Test
    void the_nightly_run_takes_three_times_as_long_with_the_same_inputs() {
        double ratio = Double.parseDouble(value("""
                select avg(extract(epoch from run_complete_at - run_at)) filter (where run_at > '%s')
                    / avg(extract(epoch from run_complete_at - run_at)) filter (where run_at < '%s')
                from fc_scenario_run where scenario_id = '%s'""", STORIES.slowSince(), STORIES.slowSince(), Stories.scenario(5, 1)));
        assertThat(ratio).isBetween(2.6, 3.5);
        assertThat(value("""
                select concat_ws(' ', count(*), bool_and(end_at is null), min(source))
                from fc_scenario_node_data where scenario_id = '%s' group by scenario_id""", Stories.scenario(5, 1))).matches("\\d+ t create_scenario");
    }

    @Test
    void the_schema_has_the_keys_of_the_platform() {
        assertThat(value("""
                select concat_ws(' ', count(*) filter (where contype = 'p'), count(*) filter (where contype = 'f'))
                from pg_constraint where conrelid::regclass::text ~ '^(fc_|alembic)'""")).isEqualTo("17 24");
        assertThat(value("""
                select count(*) from fc_scenario_node_calc as calc
                inner join fc_scenario_node_data as input on input.id = calc.scenario_node_data_id
                where input.model_node_id <> calc.model_node_id or input.created_at > calc.created_at""")).isEqualTo("0");
        assertThat(value("select max(length(fail_reason)) <= 255 from fc_scenario_run"))
                .isEqualTo("t");
    }

    private static String value(String sql, Object... values) {
        return database.value(sql.formatted(values));
    }
}
