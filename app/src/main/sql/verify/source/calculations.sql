select
    calculations.id::text as id,
    (calculations.updated_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', branches.scenario_run_id, branches.event_tag, calculations.model_node_id,
        calculations.scenario_node_data_id, calculations.status, calculations.fail_reason,
        extract(epoch from calculations.updated_at)
    ) as content
from fc_scenario_node_calc as calculations
inner join fc_scenario_run_branch as branches
    on branches.id = calculations.scenario_run_branch_id
