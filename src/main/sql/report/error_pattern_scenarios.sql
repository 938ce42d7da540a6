-- One row per scenario with runs that carry a pattern, in the run itself or in one of its calculations, the scenario
-- with most of them first.
with runs_of_pattern as (
    select
        run.scenario_key,
        run.run_id
    from fact_scenario_run as run
    where run.error_pattern_key = :error_pattern_key
    union
    select
        calculation.scenario_key,
        calculation.run_id
    from fact_node_calc_detail as calculation
    where
        calculation.calc_outcome in ('failed', 'timeout')
        and calculation.error_pattern_key = :error_pattern_key
)

select
    scenario.scenario_id,
    scenario.scenario_name,
    count(*) as run_count,
    max(run.run_started_at) as last_run_at
from runs_of_pattern
inner join fact_scenario_run as run
    on
        runs_of_pattern.scenario_key = run.scenario_key
        and runs_of_pattern.run_id = run.run_id
inner join dim_scenario as scenario
    on runs_of_pattern.scenario_key = scenario.scenario_key
group by
    scenario.scenario_id,
    scenario.scenario_name
order by
    run_count desc,
    scenario.scenario_name,
    scenario.scenario_id
limit :row_limit
