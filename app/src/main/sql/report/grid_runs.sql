-- One row per run of a scenario, the newest first, started before a time.
select
    run.run_id,
    run.run_outcome as outcome,
    run.node_calc_total,
    run.run_started_at as started_at
from fact_scenario_run as run
where
    run.scenario_key = :scenario_key
    and (:before_time::timestamptz is null or run.run_started_at < :before_time::timestamptz)
order by
    run.run_started_at desc,
    run.run_id desc
limit :row_limit
