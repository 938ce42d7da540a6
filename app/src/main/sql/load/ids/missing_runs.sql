-- Runs of branches that were read through a calculation.
select distinct branches.scenario_run_id
from fc_scenario_run_branch as branches
left join fc_scenario_run as runs
    on runs.id = branches.scenario_run_id
where runs.id is null
