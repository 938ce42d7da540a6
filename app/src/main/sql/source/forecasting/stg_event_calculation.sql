-- One row per calculation of an event in a branch.
select
    calculations.scenario_run_branch_id as branch_id
from fc_scenario_event_calc as calculations
