-- What the audit trail must show of inputs, events and runs.
select
    events.id,
    (events.happened_at at time zone 'UTC')::date as day,
    '' as content
from (
    select 'input_change:' || versions.input_version_id as id, versions.created_at as happened_at
    from stg_input_version as versions
    union all
    select 'event_change:' || versions.event_input_id, versions.created_at
    from stg_event_input as versions
    union all
    select 'run_started:' || runs.run_id, runs.started_at
    from stg_run as runs
    union all
    select 'run_completed:' || runs.run_id, runs.ended_at
    from stg_run as runs
    where runs.ended_at is not null
) as events
