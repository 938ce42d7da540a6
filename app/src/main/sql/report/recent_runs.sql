-- One row per run among the newest of each scenario asked for, oldest first within a scenario.
select
    scenario.scenario_id,
    recent.run_id,
    recent.run_outcome as outcome,
    recent.run_started_at as started_at
from dim_scenario as scenario
cross join lateral (
    select
        run.run_id,
        run.run_outcome,
        run.run_started_at
    from fact_scenario_run as run
    where run.scenario_key = scenario.scenario_key
    order by
        run.run_started_at desc,
        run.run_id desc
    limit :each_limit
) as recent
where scenario.scenario_id = any(:scenario_ids::uuid[])
order by
    scenario.scenario_id,
    recent.run_started_at,
    recent.run_id
