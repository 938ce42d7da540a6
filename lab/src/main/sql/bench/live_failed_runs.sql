-- One row per failed run of the simulated platform.
select fc_scenario_run.id
from fc_scenario_run
where lower(fc_scenario_run.run_status) in ('failed', 'timed out', 'timeout')
