-- One row: the last successful run of a scenario started before a time, if there is one.
select run.run_id
from fact_scenario_run as run
where
    run.scenario_key = :scenario_key
    and run.run_outcome = 'success'
    and run.run_started_at < :started_at::timestamptz
order by
    run.run_started_at desc,
    run.run_id
limit 1
