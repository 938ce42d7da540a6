-- The runs read so far.
select fc_scenario_run.id
from fc_scenario_run
