-- One row: the scenario of this id, if we know it.
select
    scenario.scenario_key as key,
    scenario.scenario_id as id,
    scenario.scenario_name
from dim_scenario as scenario
where
    scenario.scenario_id = :scenario_id
    and scenario.scenario_key > 0
