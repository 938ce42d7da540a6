-- The branches read so far.
select fc_scenario_run_branch.id
from fc_scenario_run_branch
