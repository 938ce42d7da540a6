-- One row per action of a user since a time, as far as a picture of the journey needs it, the newest first.
select
    action.action_type as type,
    action.action_category as category,
    action.success,
    action.action_timestamp as at,
    case when scenario.scenario_key > 0 then scenario.scenario_id end as scenario,
    case when scenario.scenario_key > 0 then scenario.scenario_name end as scenario_name
from fact_user_action as action
inner join dim_scenario as scenario
    on action.scenario_key = scenario.scenario_key
where
    action.user_key = :user_key
    and action.action_timestamp >= :from_time::timestamptz
    and (:scenario_key::int is null or action.scenario_key = :scenario_key::int)
order by
    action.action_timestamp desc,
    action.user_action_key desc
limit :row_limit
