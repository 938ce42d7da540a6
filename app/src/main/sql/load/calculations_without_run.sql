-- How many of the calculations read belong to no run that was read or is known.
select count(*)
from fc_scenario_node_calc as calculations
where not exists (
    select
    from fc_scenario_run_branch as branches
    inner join fact_scenario_run as runs
        on runs.run_id = branches.scenario_run_id
    where branches.id = calculations.scenario_run_branch_id
)
