-- One row when the warehouse has a run, none otherwise.
select run.run_id
from fact_scenario_run as run
limit 1
