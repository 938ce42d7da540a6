package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;

/** Which runs become one problem, and how loads and people change it. */
final class ProblemsLoadTest {
    private static final String PROBLEMS = """
            select string_agg(
                concat_ws('|', problem_id, problem_class, node_name, episode_count, is_open, runs.run_count), E'\\n'
                order by problem_id)
            from dim_problem
            inner join (
                select problem_key, count(*) as run_count from fact_scenario_run where problem_key is not null group by 1
            ) as runs using (problem_key)
            """;

    private SourcePlatform platform;
    private LoadedWarehouse warehouse;

    /** Of six scenarios with six runs each, run 6 of scenario 4, run 5 of 5 and run 4 of 6 failed. */
    @BeforeEach
    void load() {
        platform = SourcePlatform.of(6, 8, 6);
        warehouse = new LoadedWarehouse(platform);
        warehouse.full();
        warehouse.diagnose();
    }

    @AfterEach
    void close() {
        assertThat(warehouse.verifyAudit().isIntact()).isTrue();
        warehouse.close();
        platform.close();
    }

    @Test
    void each_run_with_a_verdict_has_one_problem_and_nothing_waits() {
        assertThat(warehouse.value("select count(*) from fact_scenario_run where problem_key is not null"))
                .isEqualTo(warehouse.value(
                        "select count(distinct run_id) from fact_run_diagnostic where diagnostic_type = 'root_cause'"))
                .isEqualTo("3");
        assertThat(warehouse.value("select count(*) from unplaced_run")).isEqualTo("0");
        assertThat(warehouse.value("select count(*) from stale_problem")).isEqualTo("0");
        assertThat(warehouse.value("select count(*) from fact_problem_episode")).isNotEqualTo("0");
    }

    @Test
    void loading_and_diagnosing_again_changes_no_problem() {
        String before = warehouse.value(PROBLEMS);
        String version = warehouse.value("select max(version) from etl_run");

        warehouse.full();
        warehouse.incremental();
        warehouse.diagnose();

        assertThat(warehouse.value(PROBLEMS)).isEqualTo(before);
        assertThat(warehouse.value("select max(version) from etl_run")).isEqualTo(version);
    }

    @Test
    void placing_all_runs_anew_finds_the_same_problems() {
        String before = warehouse.value(PROBLEMS);
        warehouse.execute("insert into unplaced_run (run_id) select run_id from fact_problem_run");

        warehouse.diagnose();

        assertThat(warehouse.value(PROBLEMS)).isEqualTo(before);
        assertThat(warehouse.value("select count(*) from fact_problem_run where moved_at is not null"))
                .isEqualTo("0");
    }

    @Test
    void a_problem_all_of_whose_runs_get_another_verdict_stays_and_tells_the_new_class() {
        String problem = problemOf("run 5 5");
        explainAnew("run 5 5", "model");

        assertThat(problemOf("run 5 5")).isEqualTo(problem);
        assertThat(warehouse.value("select problem_class from dim_problem where problem_key = " + problem))
                .isEqualTo("model");
        assertThat(warehouse.value("select count(*) from fact_problem_run where moved_at is not null"))
                .isEqualTo("0");
    }

    @Test
    void a_run_that_another_verdict_moves_leaves_its_old_problem_and_that_is_recorded() {
        failAgainAlike();
        String problem = problemOf("run 5 5");

        explainAnew("again", "model");

        assertThat(warehouse.value("""
                        select concat_ws(' ', problem_class, moved_from_key, moved_at is not null)
                        from fact_problem_run inner join dim_problem using (problem_key)
                        where run_id = md5('again')::uuid
                        """)).isEqualTo("model " + problem + " t");
        assertThat(warehouse.value("select count(*) from fact_scenario_run where problem_key = " + problem
                        + " and run_id = md5('again')::uuid"))
                .isEqualTo("0");
    }

    @Test
    void what_people_decided_follows_the_runs_to_the_problem_they_move_to() {
        failAgainAlike();
        explainAnew("again", "model");
        String left = problemOf("again");
        warehouse.execute("""
                insert into fact_problem_action (problem_key, action_id, action_type, acted_by, argument, acted_at)
                values (%1$s, 'a1', 'assign', 'user:ann', 'Ann', now());
                insert into stale_problem (problem_key) values (%1$s)
                """.formatted(left));
        warehouse.diagnose();

        explainAnew("again", classOf("run 5 5"));

        String now = problemOf("again");
        assertThat(now).isNotEqualTo(left).isEqualTo(problemOf("run 5 5"));
        assertThat(warehouse.value("select owner_name from dim_problem where problem_key = " + now))
                .isEqualTo("Ann");
        assertThat(warehouse.value("select merged_into_key from dim_problem where problem_key = " + left))
                .isEqualTo(now);
        assertThat(warehouse.value("select acted_by from fact_problem_action where action_type = 'merge'"))
                .isEqualTo("diagnosis");
    }

    private String problemOf(String run) {
        return warehouse.value("select problem_key from fact_problem_run where run_id = md5('" + run + "')::uuid");
    }

    private String classOf(String run) {
        return warehouse.value("select verdict_class from fact_problem_run where run_id = md5('" + run + "')::uuid");
    }

    /** A second run of one problem. */
    private void failAgainAlike() {
        failAgain("again", 2);
        warehouse.incremental();
        warehouse.diagnose();
        explainAnew("again", classOf("run 5 5"));
        assertThat(problemOf("again")).isEqualTo(problemOf("run 5 5"));
    }

    private void explainAnew(String run, String verdictClass) {
        warehouse.execute("""
                update fact_run_diagnostic set diagnostic_category = '%2$s'
                where diagnostic_type = 'root_cause' and run_id = md5('%1$s')::uuid;
                insert into unplaced_run (run_id) values (md5('%1$s')::uuid)
                """.formatted(run, verdictClass));
        warehouse.diagnose();
    }

    @Test
    void a_run_that_turns_out_well_leaves_its_problem_without_an_episode() {
        platform.execute("""
                update fc_scenario_run set run_status = 'success', fail_reason = null
                where id = md5('run 5 5')::uuid;
                update fc_scenario_node_calc set status = 'success', fail_reason = null
                where scenario_run_branch_id in (
                    select id from fc_scenario_run_branch where scenario_run_id = md5('run 5 5')::uuid)
                """);
        warehouse.full();
        warehouse.diagnose();

        assertThat(warehouse.value("""
                        select count(*) from fact_problem_run where run_id = md5('run 5 5')::uuid
                        """)).isEqualTo("0");
        assertThat(warehouse.value("""
                        select count(*) from fact_problem_episode
                        where first_run_id = md5('run 5 5')::uuid or last_run_id = md5('run 5 5')::uuid
                        """)).isEqualTo("0");
    }

    @Test
    void what_a_person_resolved_is_back_with_the_load_that_brings_the_next_failure() {
        failAgain("again", 2);
        warehouse.incremental();
        warehouse.diagnose();
        String problem = warehouse.value("select problem_key from fact_problem_run where run_id = md5('again')::uuid");
        warehouse.execute("""
                insert into fact_problem_action (problem_key, action_id, action_type, acted_by, acted_at)
                select problem_key, 'a1', 'resolve', 'user:ann', last_seen_at + interval '1 hour'
                from dim_problem where problem_key = %1$s;
                insert into stale_problem (problem_key) values (%1$s)
                """.formatted(problem));
        warehouse.diagnose();
        assertThat(standing(problem)).isEqualTo("1 f user:ann");

        failAgain("once more", 4);
        warehouse.incremental();
        warehouse.diagnose();

        assertThat(standing(problem)).isEqualTo("2 t");
    }

    @Test
    void a_load_puts_before_alerts_what_it_tells_anew_and_one_without_change_puts_nothing() {
        assertThat(warehouse.value("select count(*) from alert_change"))
                .isEqualTo(warehouse.value("select count(*) from dim_problem where merged_into_key is null"));
        String last = warehouse.value("select max(change_no) from alert_change");

        warehouse.incremental();
        warehouse.diagnose();
        assertThat(warehouse.value("select max(change_no) from alert_change")).isEqualTo(last);

        failAgain("again", 2);
        warehouse.incremental();
        warehouse.diagnose();
        assertThat(warehouse.values("select problem_key from alert_change where change_no > " + last))
                .contains(
                        warehouse.value("select problem_key from fact_problem_run where run_id = md5('again')::uuid"));
    }

    private String standing(String problem) {
        return warehouse.value("select concat_ws(' ', episode_count, is_open, resolved_by) from dim_problem"
                + " where problem_key = " + problem);
    }

    /** So many days after run 5 of scenario 5 the same happens to the same inputs. */
    private void failAgain(String name, int days) {
        platform.execute("""
                insert into fc_scenario_run (
                    id, scenario_id, run_status, run_at, run_by, run_req_id, run_complete_at, fail_reason)
                select
                    md5('%1$s')::uuid, scenario_id, run_status, run_at + interval '%2$d days', run_by,
                    md5('%1$s request')::uuid, run_complete_at + interval '%2$d days', fail_reason
                from fc_scenario_run where id = md5('run 5 5')::uuid;
                insert into fc_scenario_run_branch (id, scenario_run_id, event_tag)
                select md5('%1$s ' || id)::uuid, md5('%1$s')::uuid, event_tag
                from fc_scenario_run_branch where scenario_run_id = md5('run 5 5')::uuid;
                insert into fc_scenario_node_calc (
                    id, scenario_run_branch_id, model_node_id, scenario_node_data_id, processing_start_at,
                    processing_end_at, processed, created_at, updated_at, status, fail_reason)
                select
                    md5('%1$s ' || calc.id)::uuid, md5('%1$s ' || calc.scenario_run_branch_id)::uuid,
                    calc.model_node_id, calc.scenario_node_data_id, calc.processing_start_at + interval '%2$d days',
                    calc.processing_end_at + interval '%2$d days', calc.processed, calc.created_at + interval '%2$d days',
                    calc.updated_at + interval '%2$d days', calc.status, calc.fail_reason
                from fc_scenario_node_calc as calc
                inner join fc_scenario_run_branch as branch on branch.id = calc.scenario_run_branch_id
                where branch.scenario_run_id = md5('run 5 5')::uuid
                """.formatted(name, days));
    }
}
