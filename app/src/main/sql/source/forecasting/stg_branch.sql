-- One row per branch of a run.
select
    branches.id as branch_id,
    branches.scenario_run_id as run_id,
    branches.event_tag
from fc_scenario_run_branch as branches
