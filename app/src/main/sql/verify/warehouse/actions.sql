select
    actions.action_type || ' ' || actions.target_entity_id as id,
    (actions.action_timestamp at time zone 'UTC')::date as day,
    concat_ws('|', nullif(users.user_id, ''), actions.correlation_id) as content
from fact_user_action as actions
inner join dim_user as users
    on users.user_key = actions.user_key
where actions.action_type in ('edit_input_data', 'edit_event_data', 'run_forecast')
