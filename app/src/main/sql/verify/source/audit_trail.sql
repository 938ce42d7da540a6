-- What the audit trail must show of inputs, events and runs.
select
    events.id,
    (events.happened_at at time zone 'UTC')::date as day,
    '' as content
from (
    select 'input_change:' || versions.id as id, versions.created_at as happened_at
    from fc_scenario_node_data as versions
    union all
    select 'event_change:' || versions.id, versions.created_at
    from fc_scenario_event_data as versions
    union all
    select 'run_started:' || runs.id, runs.run_at
    from fc_scenario_run as runs
    union all
    select 'run_completed:' || runs.id, runs.run_complete_at
    from fc_scenario_run as runs
    where runs.run_complete_at is not null
) as events
