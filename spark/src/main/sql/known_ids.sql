-- One row per run, request of a run or an action, and scenario that the warehouse knows.
select fact_scenario_run.run_id
from fact_scenario_run
union all
select fact_scenario_run.correlation_id
from fact_scenario_run
where fact_scenario_run.correlation_id is not null
union all
select fact_user_action.correlation_id
from fact_user_action
where fact_user_action.correlation_id is not null
union all
select dim_scenario.scenario_id
from dim_scenario
where dim_scenario.scenario_id is not null
