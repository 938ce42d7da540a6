-- One row: how the next runs went that repeated a failure with a pattern before a time with the very same inputs, in any
-- scenario. The newest 200 failures count.
with failures as (
    select
        run.scenario_key,
        run.input_snapshot_hash,
        run.run_started_at
    from fact_scenario_run as run
    where
        run.error_pattern_key = :error_pattern_key
        and run.run_outcome in ('failed', 'timeout')
        and run.scenario_key <> -1
        and run.run_started_at >= :until_time::timestamptz - interval '1 year'
        and run.run_started_at < :until_time::timestamptz
    order by run.run_started_at desc
    limit 200
)

select
    count(*) filter (where next_run.run_outcome = 'success') as passed,
    count(*) filter (where next_run.run_outcome <> 'success') as failed
from failures
inner join lateral (
    select
        later.run_outcome,
        later.input_snapshot_hash
    from fact_scenario_run as later
    where
        later.scenario_key = failures.scenario_key
        and later.run_started_at > failures.run_started_at
        and later.run_started_at < :until_time::timestamptz
        and later.run_outcome in ('success', 'failed', 'timeout')
    order by later.run_started_at
    limit 1
) as next_run
    on next_run.input_snapshot_hash = failures.input_snapshot_hash
