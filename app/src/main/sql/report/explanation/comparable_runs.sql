-- One row per successful run of another scenario of a model: starters first, then the same cycle, then the nearest.
select
    run.run_id,
    scenario.scenario_key,
    scenario.scenario_id,
    coalesce(scenario.is_starter, false) as is_starter,
    run.forecast_cycle_key = :forecast_cycle_key as is_same_cycle,
    run.run_started_at
from dim_scenario as scenario
inner join lateral (
    select
        nearest.run_id,
        nearest.forecast_cycle_key,
        nearest.run_started_at
    from fact_scenario_run as nearest
    where
        nearest.scenario_key = scenario.scenario_key
        and nearest.run_outcome = 'success'
    order by abs(extract(epoch from nearest.run_started_at - :started_at::timestamptz))
    limit 1
) as run
    on true
where
    scenario.model_key = :model_key
    and scenario.scenario_key <> :scenario_key
order by
    coalesce(scenario.is_starter, false) desc,
    (run.forecast_cycle_key = :forecast_cycle_key) desc,
    abs(extract(epoch from run.run_started_at - :started_at::timestamptz)),
    run.run_started_at,
    run.run_id
limit :row_limit
