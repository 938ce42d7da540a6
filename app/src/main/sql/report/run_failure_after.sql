-- One row: the first run of a scenario started after a time that failed or timed out, if there is one.
select run.run_id
from fact_scenario_run as run
where
    run.scenario_key = :scenario_key
    and run.run_outcome in ('failed', 'timeout')
    and run.run_started_at > :started_at::timestamptz
order by
    run.run_started_at,
    run.run_id
limit 1
