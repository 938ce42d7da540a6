-- The problem of each run, after merges. Repeating it is harmless: only what differs is written.
with placed as (
    select unplaced_run.run_id from unplaced_run
    union
    select run_place.run_id from run_place
),

problems as (
    select
        runs.scenario_key,
        runs.run_id,
        problem_target(known.problem_key) as problem_key
    from placed
    inner join fact_scenario_run as runs
        on runs.run_id = placed.run_id
    left join fact_problem_run as known
        on known.scenario_key = runs.scenario_key
        and known.run_id = runs.run_id
)

update fact_scenario_run as runs
set
    problem_key = problems.problem_key,
    loaded_at = now()
from problems
where runs.scenario_key = problems.scenario_key
    and runs.run_id = problems.run_id
    and runs.problem_key is distinct from problems.problem_key
