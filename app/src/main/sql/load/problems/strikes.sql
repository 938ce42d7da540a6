-- One row per run that a problem struck whose episodes are to be told, by problem and time: and the next run of its scenario
-- that went as it should, with whether it had the same inputs, and when the last one before it started.
select
    runs.problem_key,
    runs.run_id,
    runs.scenario_key,
    runs.model_key,
    runs.run_started_at,
    preceding.run_started_at as passed_at,
    following.run_ended_at as success_at,
    following.input_snapshot_hash is not null
    and following.input_snapshot_hash = runs.input_snapshot_hash as is_same_inputs
from stale_problem
inner join dim_problem
    on dim_problem.problem_key = stale_problem.problem_key
inner join fact_scenario_run as runs
    on runs.problem_key = stale_problem.problem_key
left join lateral (
    select
        coalesce(later.run_ended_at, later.run_started_at) as run_ended_at,
        later.input_snapshot_hash
    from fact_scenario_run as later
    where later.scenario_key = runs.scenario_key
        and later.run_started_at > runs.run_started_at
        and later.run_outcome = 'success'
        and (dim_problem.problem_kind = 'failure' or later.problem_key is null)
    order by later.run_started_at
    limit 1
) as following
    on true
left join lateral (
    select max(earlier.run_started_at) as run_started_at
    from fact_scenario_run as earlier
    where earlier.scenario_key = runs.scenario_key
        and earlier.run_started_at < runs.run_started_at
        and earlier.run_outcome = 'success'
        and (dim_problem.problem_kind = 'failure' or earlier.problem_key is null)
) as preceding
    on true
order by
    runs.problem_key,
    runs.run_started_at,
    runs.run_id
