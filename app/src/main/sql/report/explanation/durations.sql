-- One row per successful run of a scenario with as many branches, in the 90 days before a run, the newest first.
select
    run.run_id,
    run.duration_seconds,
    run.run_started_at
from fact_scenario_run as run
where
    run.scenario_key = :scenario_key
    and run.run_outcome = 'success'
    and run.duration_seconds is not null
    and run.branch_count = :branch_count
    and (run.run_started_at, run.run_id) < (:started_at::timestamptz, :run_id::uuid)
    and run.run_started_at >= :started_at::timestamptz - interval '90 days'
order by
    run.run_started_at desc,
    run.run_id desc
limit :row_limit
