-- Branches of calculations read by their update time whose run was not read.
select distinct calculations.scenario_run_branch_id
from fc_scenario_node_calc as calculations
left join fc_scenario_run_branch as branches
    on branches.id = calculations.scenario_run_branch_id
where branches.id is null
