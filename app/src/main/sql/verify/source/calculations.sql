select
    calculations.calculation_id::text as id,
    (calculations.updated_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', branches.run_id, branches.event_tag, calculations.node_id,
        calculations.input_version_id, calculations.calc_status, calculations.fail_reason,
        extract(epoch from calculations.updated_at)
    ) as content
from stg_calculation as calculations
inner join stg_branch as branches
    on branches.branch_id = calculations.branch_id
