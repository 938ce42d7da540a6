-- One row: other runs of a scenario with the very same inputs, no event's input having changed in between.
with twins as (
    select
        run.run_id,
        run.run_outcome,
        abs(extract(epoch from run.run_started_at - :started_at::timestamptz)) as seconds_away
    from fact_scenario_run as run
    where
        run.scenario_key = :scenario_key
        and run.run_id <> :run_id
        and run.input_snapshot_hash = :input_snapshot_hash::text
        and run.run_outcome in ('success', 'failed', 'timeout')
        and not exists (
            select
            from fact_event_input_change as change
            where
                change.scenario_key = run.scenario_key
                and not change.is_duplicate
                and change.changed_at > least(run.run_started_at, :started_at::timestamptz)
                and change.changed_at <= greatest(run.run_started_at, :started_at::timestamptz)
        )
)

select
    count(*) filter (where twins.run_outcome = 'success') as passed,
    count(*) filter (where twins.run_outcome <> 'success') as failed,
    (
        select nearest.run_id
        from twins as nearest
        where nearest.run_outcome = 'success'
        order by
            nearest.seconds_away,
            nearest.run_id
        limit 1
    ) as passed_run_id
from twins
