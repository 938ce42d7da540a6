-- One row: how runs of a model went since it changed and up to a run, that run's scenario left out, the newest 2,000 of them;
-- and how many runs of other models failed within 15 minutes of it.
with since as (
    select
        run.scenario_key,
        run.run_outcome
    from fact_scenario_run as run
    where
        run.model_key = :model_key
        and run.run_started_at > :changed_at::timestamptz
        and run.run_started_at <= :started_at::timestamptz
        and run.scenario_key <> :scenario_key
    order by run.run_started_at desc
    limit 2000
)

select
    count(*) filter (where since.run_outcome in ('failed', 'timeout')) as failed_since,
    count(distinct since.scenario_key) filter (
        where since.run_outcome in ('failed', 'timeout')
    ) as scenarios_failed_since,
    count(*) filter (where since.run_outcome = 'success') as passed_since,
    (
        select count(*)
        from fact_scenario_run as around
        where
            around.model_key <> :model_key
            and around.run_outcome in ('failed', 'timeout')
            and around.run_started_at >= :started_at::timestamptz - interval '15 minutes'
            and around.run_started_at <= :started_at::timestamptz + interval '15 minutes'
    ) as failed_of_others
from since
