-- What must have left an action: edits of inputs and events, and runs.
select
    actions.id,
    (actions.acted_at at time zone 'UTC')::date as day,
    actions.content
from (
    select
        'edit_input_data ' || versions.id as id,
        versions.created_at as acted_at,
        concat_ws('|', versions.created_by, versions.created_req_id) as content
    from fc_scenario_node_data as versions
    where lower(coalesce(versions.source, '') collate "C") <> 'create_scenario'
    union all
    select
        'edit_event_data ' || versions.id,
        versions.created_at,
        concat_ws('|', versions.created_by, versions.created_req_id)
    from fc_scenario_event_data as versions
    union all
    select
        'run_forecast ' || runs.id,
        runs.run_at,
        concat_ws('|', runs.run_by, runs.run_req_id)
    from fc_scenario_run as runs
) as actions
