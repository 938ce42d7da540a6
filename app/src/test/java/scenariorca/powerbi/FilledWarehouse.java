package scenariorca.powerbi;

import scenariorca.report.ReportDatabase;

/**
 * The hand-made warehouse of the reports, with the run comparisons that its loads would have made. One of its problems is
 * new today, the other has come back.
 */
final class FilledWarehouse {
    private FilledWarehouse() {}

    static ReportDatabase create(String purpose) {
        ReportDatabase database = ReportDatabase.filled(purpose);
        database.execute("""
                insert into fact_run_comparison (
                    scenario_key, run_a_id, run_b_id, comparison_type, run_a_status, run_b_status, status_transition,
                    changed_node_keys, input_changes_between, node_failures_delta, duration_delta_seconds,
                    run_a_started_at, run_b_started_at
                )
                select
                    run_b.scenario_key, run_a.run_id, run_b.run_id, kinds.comparison_type, run_a.run_status,
                    run_b.run_status, run_a.run_outcome || ' -> ' || run_b.run_outcome, '{}', 1,
                    run_b.node_calc_failed - run_a.node_calc_failed, run_b.duration_seconds - run_a.duration_seconds,
                    run_a.run_started_at, run_b.run_started_at
                from fact_scenario_run as run_b
                cross join (values ('previous_run'), ('last_success')) as kinds (comparison_type)
                cross join lateral (
                    select runs.*
                    from fact_scenario_run as runs
                    where runs.scenario_key = run_b.scenario_key
                        and runs.run_started_at < run_b.run_started_at
                        and (kinds.comparison_type = 'previous_run' or runs.run_outcome = 'success')
                    order by runs.run_started_at desc
                    limit 1
                ) as run_a
                on conflict do nothing
                """);
        database.execute("update dim_problem set first_seen_at = now() where problem_key = 1");
        database.execute("""
                update fact_problem_episode
                set
                    recovery = 'every_scenario',
                    last_failed_at = started_at,
                    last_run_id = first_run_id,
                    recovered_at = started_at + interval '90 minutes'
                where problem_key = 2
                """);
        database.execute("""
                insert into fact_problem_episode (
                    problem_key, episode_no, release_key, first_run_id, last_run_id, started_at, last_failed_at
                )
                select problem.problem_key, 2, 1, run.run_id, run.run_id, run.run_started_at, run.run_started_at
                from dim_problem as problem
                inner join fact_scenario_run as run
                    on run.problem_key = problem.problem_key
                    and run.run_started_at = problem.last_seen_at
                where problem.problem_key = 2
                """);
        database.execute("update dim_problem set episode_count = 2 where problem_key = 2");
        return database;
    }
}
