-- One row: the runs the viewer sees that have ended since a time, how many of them failed, and the problems these belong to.
select
    count(*) as run_count,
    count(*) filter (where run.run_outcome in ('failed', 'timeout')) as failed_run_count,
    count(distinct run.problem_key) filter (where run.run_outcome in ('failed', 'timeout')) as problem_count
from fact_scenario_run as run
where
    run.run_started_at > :since::timestamptz - interval '1 day'
    and coalesce(run.run_ended_at, run.run_started_at) > :since::timestamptz
    and run.run_outcome in ('success', 'failed', 'timeout')
