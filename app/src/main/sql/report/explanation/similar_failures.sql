-- One row per run of another scenario that failed with a pattern in the 90 days before a time or the day after it, the
-- newest first.
select
    run.run_id,
    coalesce(scenario.scenario_name, '') as scenario_name,
    run.run_started_at
from fact_scenario_run as run
inner join dim_scenario as scenario
    on run.scenario_key = scenario.scenario_key
where
    run.error_pattern_key = :error_pattern_key
    and run.scenario_key <> :scenario_key
    and run.run_started_at >= :started_at::timestamptz - interval '90 days'
    and run.run_started_at <= :started_at::timestamptz + interval '1 day'
order by
    run.run_started_at desc,
    run.run_id
limit :row_limit
