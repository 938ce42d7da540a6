select
    scenarios.scenario_id::text as id,
    (scenarios.created_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', models.model_id, scenarios.scenario_name, scenarios.current_status, nullif(users.user_id, ''),
        extract(epoch from scenarios.updated_at)
    ) as content
from dim_scenario as scenarios
inner join dim_model as models
    on models.model_key = scenarios.model_key
inner join dim_user as users
    on users.user_key = scenarios.created_by_user_key
where scenarios.scenario_key <> -1
