-- Runs that were not finished when last seen: however old, they may have changed without a new time stamp.
select fact_scenario_run.run_id
from fact_scenario_run
where fact_scenario_run.run_outcome in ('in_progress', 'unknown')
