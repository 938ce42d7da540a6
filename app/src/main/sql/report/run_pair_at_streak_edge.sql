-- One row: the last working and the first failing run around the newest failure streak of a scenario. That is the streak
-- that goes on now, or, when the newest finished run worked, the last one in history. A null says there is none.
with finished_runs as (
    select
        run.run_id,
        run.run_outcome = 'success' as is_success,
        run.run_started_at
    from fact_scenario_run as run
    where
        run.scenario_key = :scenario_key
        and run.run_outcome in ('success', 'failed', 'timeout')
),

newest_failure as (
    select finished_runs.run_started_at
    from finished_runs
    where not finished_runs.is_success
    order by finished_runs.run_started_at desc
    limit 1
),

last_working as (
    select
        finished_runs.run_id,
        finished_runs.run_started_at
    from finished_runs
    cross join newest_failure
    where
        finished_runs.is_success
        and finished_runs.run_started_at < newest_failure.run_started_at
    order by
        finished_runs.run_started_at desc,
        finished_runs.run_id
    limit 1
),

first_failing as (
    select finished_runs.run_id
    from finished_runs
    where
        not finished_runs.is_success
        and finished_runs.run_started_at
        > coalesce((select last_working.run_started_at from last_working), '-infinity')
    order by
        finished_runs.run_started_at,
        finished_runs.run_id
    limit 1
)

select
    (select last_working.run_id from last_working) as last_working,
    (select first_failing.run_id from first_failing) as first_failing,
    (select count(*) from finished_runs) as finished_count
