-- Leaves of the platform's runs those of a few days, so that a load is short.
create temporary table other_run on commit drop as
select runs.id
from fc_scenario_run as runs
where runs.run_at < timestamptz ':from'
    or runs.run_at >= timestamptz ':until';

create temporary table other_branch on commit drop as
select branches.id
from fc_scenario_run_branch as branches
inner join other_run
    on branches.scenario_run_id = other_run.id;

delete from fc_scenario_node_calc as calculations
using other_branch
where calculations.scenario_run_branch_id = other_branch.id;

delete from fc_scenario_event_calc as calculations
using other_branch
where calculations.scenario_run_branch_id = other_branch.id;

delete from fc_scenario_run_branch as branches
using other_branch
where branches.id = other_branch.id;

delete from fc_scenario_run as runs
using other_run
where runs.id = other_run.id
