select
    scenarios.id::text as id,
    (scenarios.created_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', scenarios.model_id, scenarios.scenario_display_name, scenarios.status, scenarios.created_by,
        extract(epoch from scenarios.updated_at)
    ) as content
from fc_scenario as scenarios
