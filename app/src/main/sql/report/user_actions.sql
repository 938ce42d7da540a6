-- One row per action of a user since a time, the newest first, so that a limit leaves the oldest out; after the one the
-- cursor names.
select
    action.user_action_key,
    action.action_type,
    action.action_category as category,
    action.target_entity_type as target_entity,
    action.target_entity_id,
    action.correlation_id,
    action.request_endpoint,
    action.http_method,
    action.error_message as error,
    action.request_duration_ms as duration_ms,
    action.success,
    action.action_details as details,
    action.action_timestamp as timestamp,
    case when scenario.scenario_key > 0 then scenario.scenario_id end as scenario_id,
    case when scenario.scenario_key > 0 then scenario.scenario_name end as scenario_name,
    lower(case :sort::text
        when 'what' then action.action_type
        when 'scenario' then case when scenario.scenario_key > 0 then scenario.scenario_name end
        when 'details' then coalesce(action.error_message, action.action_details::text)
    end) as sort_text,
    case :sort::text when 'worked' then action.success::int end as sort_number,
    case :sort::text when 'when' then action.action_timestamp end as sort_time,
    action.user_action_key as sort_id
from fact_user_action as action
inner join dim_scenario as scenario
    on action.scenario_key = scenario.scenario_key
where
    action.user_key = :user_key
    and action.action_timestamp >= :from_time::timestamptz
    and (:scenario_key::int is null or action.scenario_key = :scenario_key::int)
    and (
        :after_time::timestamptz is null
        or (action.action_timestamp, action.user_action_key) < (:after_time::timestamptz, :after_key::bigint)
    )
order by
    action.action_timestamp desc,
    action.user_action_key desc
limit :row_limit
offset :row_offset
