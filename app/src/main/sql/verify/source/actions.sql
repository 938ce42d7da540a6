-- What must have left an action: edits of inputs and events, and runs.
select
    actions.id,
    (actions.acted_at at time zone 'UTC')::date as day,
    actions.content
from (
    select
        'edit_input_data ' || versions.input_version_id as id,
        versions.created_at as acted_at,
        concat_ws('|', versions.created_by, versions.correlation_id) as content
    from stg_input_version as versions
    where versions.is_initial is not true
    union all
    select
        'edit_event_data ' || versions.event_input_id,
        versions.created_at,
        concat_ws('|', versions.created_by, versions.correlation_id)
    from stg_event_input as versions
    union all
    select
        'run_forecast ' || runs.run_id,
        runs.started_at,
        concat_ws('|', runs.run_by, runs.correlation_id)
    from stg_run as runs
) as actions
