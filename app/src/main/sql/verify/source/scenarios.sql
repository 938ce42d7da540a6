select
    scenarios.scenario_id::text as id,
    (scenarios.created_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', scenarios.model_id, scenarios.scenario_name, scenarios.current_status, scenarios.created_by,
        extract(epoch from scenarios.updated_at)
    ) as content
from stg_scenario as scenarios
