-- One row per run that failed with an error pattern, by itself or in a calculation, the newest first; where none did, one
-- row per run that logged it.
with pattern as (
    select asked.error_pattern_key from dim_error_pattern as asked where asked.fingerprint = :fingerprint
),

failed_runs as (
    select
        run.run_id,
        run.scenario_key
    from fact_scenario_run as run
    where run.error_pattern_key = (select pattern.error_pattern_key from pattern)
    union
    select
        calculation.run_id,
        calculation.scenario_key
    from fact_node_calc_detail as calculation
    where
        calculation.calc_outcome in ('failed', 'timeout')
        and calculation.error_pattern_key = (select pattern.error_pattern_key from pattern)
),

runs_of_pattern as (
    select failed_runs.* from failed_runs
    union
    select
        logged.run_id,
        logged.scenario_key
    from fact_cloudwatch_log as log
    inner join fact_scenario_run as logged
        on log.run_id = logged.run_id
    where
        log.error_pattern_key = (select pattern.error_pattern_key from pattern)
        and not exists (select from failed_runs)
)

select
    run.run_id,
    scenario.scenario_id,
    scenario.scenario_name,
    nullif(person.user_id, '') as run_by,
    run.run_outcome as outcome,
    run.run_started_at as started_at
from runs_of_pattern
inner join fact_scenario_run as run
    on
        runs_of_pattern.scenario_key = run.scenario_key
        and runs_of_pattern.run_id = run.run_id
inner join dim_scenario as scenario
    on run.scenario_key = scenario.scenario_key
inner join dim_user as person
    on run.run_by_user_key = person.user_key
order by
    run.run_started_at desc,
    run.run_id
limit :row_limit
