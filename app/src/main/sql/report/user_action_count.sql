-- One row: how many actions of a user there are since a time.
select count(*) as action_count
from fact_user_action as action
where
    action.user_key = :user_key
    and action.action_timestamp >= :from_time::timestamptz
    and (:scenario_key::int is null or action.scenario_key = :scenario_key::int)
